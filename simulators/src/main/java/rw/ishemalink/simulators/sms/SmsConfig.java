package rw.ishemalink.simulators.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The account that may send. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.sms")
public interface SmsConfig {

    @WithDefault("ishemalink")
    String username();

    @WithDefault("local-sms-api-key")
    String apiKey();

    /** Where reports and people's texts go, as {@code …/delivery} and {@code …/inbound}; absent: nowhere. */
    Optional<String> callbackUrl();

    @WithDefault("2s")
    Duration callbackPatience();

    /** Where operators' clients bind (SMPP 3.4), on the loopback; 0 takes any free port; absent: nowhere. */
    Optional<Integer> smppPort();

    /** The one client that may bind; at most 8 characters, says the protocol. */
    @WithDefault("local")
    String smppPassword();
}
