package rw.ishemalink.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How messages are sent. */
@ConfigMapping(prefix = "ishema.notification")
public interface NotificationConfig {

    /** How long a one-time code is worth sending. */
    @WithDefault("PT5M")
    Duration codeLifetime();

    /** How long any other message is worth sending, where its request does not say. */
    @WithDefault("P1D")
    Duration lifetime();

    Sending sending();

    Sms sms();

    Mail mail();

    /** The worker. */
    interface Sending {
        /** Most messages on their way at the same time, per instance. */
        @WithDefault("16")
        int lanes();

        /** Pause between two looks at what is due. */
        @WithDefault("100ms")
        Duration look();

        /** After this long an attempt without outcome counts as dead; longer than any provider's timeout. */
        @WithDefault("30s")
        Duration lease();

        /** Pause after the first failed attempt; doubled after each further one. */
        @WithDefault("1s")
        Duration firstPause();

        /** The longest pause between two attempts. */
        @WithDefault("5m")
        Duration longestPause();
    }

    /** The account at Africa's Talking. */
    interface Sms {
        /** Where {@code /version1/messaging} is. */
        URI url();

        String username();

        String apiKey();

        /** The registered alphanumeric sender, at most 11 characters. */
        @WithDefault("IshemaLink")
        String senderId();

        @WithDefault("5s")
        Duration timeout();
    }

    /** The SMTP server is set under {@code quarkus.mailer}. */
    interface Mail {
        @WithDefault("10s")
        Duration timeout();
    }
}
