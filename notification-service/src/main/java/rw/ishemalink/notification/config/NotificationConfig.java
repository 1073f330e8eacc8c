package rw.ishemalink.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How messages are sent. */
@ConfigMapping(prefix = "ishema.notification")
public interface NotificationConfig {

    /** How long a one-time code is worth sending. */
    @WithDefault("PT5M")
    Duration codeLifetime();

    /** How long any other message is worth sending, where its request does not say. */
    @WithDefault("P1D")
    Duration lifetime();

    /** When what can wait is not sent, in {@link #zone}: like {@code 21:00-06:00}, or {@code none}. */
    @WithDefault("21:00-06:00")
    String quietHours();

    /** Where people live, and where months of costs begin. */
    @WithDefault("Africa/Kigali")
    ZoneId zone();

    Sending sending();

    Sms sms();

    Smpp smpp();

    Callbacks callbacks();

    Inbound inbound();

    Push push();

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

        /** Providers in the order in which they are tried: AFRICAS_TALKING, SMPP. */
        @WithDefault("AFRICAS_TALKING")
        List<String> providers();

        /** Other ways for some tenants or some countries. */
        List<Route> routes();

        /** The registered alphanumeric sender, at most 11 characters; a tenant's own goes before. */
        @WithDefault("IshemaLink")
        String senderId();

        @WithDefault("5s")
        Duration timeout();
    }

    /** A way that holds for a tenant, a prefix, or both. */
    interface Route {
        /** Absent: every tenant's. */
        Optional<String> tenant();

        /** Of the phone, e.g. +256; absent: every phone. */
        Optional<String> prefix();

        List<String> providers();
    }

    /** An operator's short message centre (SMPP 3.4); without a host there is none. */
    interface Smpp {
        Optional<String> host();

        @WithDefault("2775")
        int port();

        @WithDefault("ishemalink")
        String systemId();

        /** At most 8 characters, says the protocol. */
        @WithDefault("local")
        String password();

        @WithDefault("5s")
        Duration timeout();

        /** How often an idle session asks whether the other side is there. */
        @WithDefault("30s")
        Duration enquire();

        /** The pause before a lost session is bound again. */
        @WithDefault("2s")
        Duration reconnect();
    }

    /** Where SMS providers call us. */
    interface Callbacks {
        /** A part of the address that only the provider knows; without it nobody is heard. */
        Optional<String> secret();

        /** Addresses or networks, e.g. 196.201.214.0/24, that may call; absent: any. */
        Optional<List<String>> sources();
    }

    /** Texts that people send us. */
    interface Inbound {
        /** The tenant in whose name our numbers answer. */
        @WithDefault("ishemalink")
        String tenant();
    }

    /** Notes for the app. */
    interface Push {
        /** Pause between two looks at what is new. */
        @WithDefault("250ms")
        Duration look();

        /** How often a silent stream says that it is there; shorter than the door's patience. */
        @WithDefault("5s")
        Duration heartbeat();
    }

    /** The SMTP server is set under {@code quarkus.mailer}. */
    interface Mail {
        @WithDefault("10s")
        Duration timeout();
    }
}
