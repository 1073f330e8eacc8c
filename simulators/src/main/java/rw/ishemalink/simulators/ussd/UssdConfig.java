package rw.ishemalink.simulators.ussd;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The service code and what it calls. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.ussd")
public interface UssdConfig {

    /** Where callbacks go. */
    URI callbackUrl();

    @WithDefault("*801#")
    String serviceCode();

    /** How long the network waits for a screen. */
    @WithDefault("10s")
    Duration patience();
}
