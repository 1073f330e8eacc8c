package rw.ishemalink.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The menu behind the short code. */
@ConfigMapping(prefix = "ishema.notification.ussd")
public interface UssdConfig {

    /** Whose customers dial. */
    @WithDefault("ishemalink")
    String tenant();

    /** How long a callback is worked on before it is answered; networks give up after about ten seconds. */
    @WithDefault("8s")
    Duration patience();

    /** How long a call of the API may take in all; its result then comes by SMS. */
    @WithDefault("20s")
    Duration apiTimeout();

    /** How long a dropped session can be gone on with. */
    @WithDefault("PT10M")
    Duration resumable();

    /** The door of the suite. */
    URI gateway();

    /** Where identity-service gives tokens. */
    URI tokenUrl();

    /** As which we ask identity-service for a caller's token. */
    @WithDefault("ussd")
    String clientId();

    String clientSecret();
}
