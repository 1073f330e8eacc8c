package rw.ishemalink.simulators.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The account that may send. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.sms")
public interface SmsConfig {

    @WithDefault("ishemalink")
    String username();

    @WithDefault("local-sms-api-key")
    String apiKey();
}
