package rw.ishemalink.identity.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people log in, how long that lasts, and how long drivers are on duty. */
@ConfigMapping(prefix = "ishema.identity")
public interface IdentityConfig {

    /** 32 bytes in base64, from which every other key is derived; without it the service does not start. */
    Optional<String> masterKey();

    /** Whoever logs in to the default tenant with this phone is PLATFORM_ADMIN. */
    Optional<String> adminPhone();

    /** The second of them: one proposes staff, the other approves. */
    Optional<String> secondAdminPhone();

    /** One-time codes. */
    Codes codes();

    /** Invitations to roles. */
    Invitations invitations();

    /** The way back when a SIM is lost. */
    Recovery recovery();

    /** What happens by itself. */
    Deadlines deadlines();

    /** Access and refresh tokens. */
    Tokens tokens();

    /** Keys that sign tokens. */
    Keys keys();

    /** Clients that log people in or act for themselves. */
    Clients clients();

    /** Drivers' shifts. */
    Shifts shifts();

    /** People's rights over their data. */
    Privacy privacy();

    /** People's rights over their data: who answers, and how patient we are. */
    interface Privacy {

        /** Every service that holds personal data, this one included. */
        @WithDefault(
                "identity-service,booking-service,payment-service,compliance-service,tracking-service,notification-service")
        List<String> services();

        /** After how long those are told again who have not answered. */
        @WithDefault("PT1H")
        Duration remindAfter();

        /** How often that is looked for. */
        @WithDefault("PT1M")
        Duration look();
    }

    /** Invitations to roles: how long they are open. */
    interface Invitations {

        /** How long an invitation is open. */
        @WithDefault("P7D")
        Duration validity();
    }

    /** The way back when a SIM is lost: how patient it is. */
    interface Recovery {

        /** How long the old phone has to refuse, at least; nothing moves before. */
        @WithName("wait")
        @WithDefault("PT24H")
        Duration patience();

        /** How long it waits for staff; longer than {@link #patience()}. */
        @WithDefault("P7D")
        Duration validity();

        /** How many tries to name a person's document there are in a day; what comes beyond is silently not looked at. */
        @WithDefault("5")
        int triesPerDay();
    }

    /** What happens by itself: how often that is looked for. */
    interface Deadlines {

        @WithDefault("PT10S")
        Duration look();
    }

    /** One-time codes: how long they hold and how often they are sent. */
    interface Codes {

        /** How long a code can be redeemed. */
        @WithDefault("PT5M")
        Duration validity();

        /** How many tries a code allows. */
        @WithDefault("5")
        int tries();

        /** How many codes are sent to a phone within the window; what is asked for beyond is silently not sent. */
        @WithDefault("3")
        int perWindow();

        /** The window of {@link #perWindow()}. */
        @WithDefault("PT10M")
        Duration window();

        /** How many codes are sent to a phone within 24 hours, so that guessing all day stays hopeless. */
        @WithDefault("10")
        int perDay();
    }

    /** Access and refresh tokens: how long they last. */
    interface Tokens {

        /** Life of an access token: a field agent is without a network for six hours. */
        @WithDefault("PT24H")
        Duration accessLifetime();

        /** Life of an access token that a client got: it can always get the next. */
        @WithDefault("PT1H")
        Duration clientLifetime();

        /** Life of an access token for a phone that a network vouched for. */
        @WithDefault("PT5M")
        Duration exchangedLifetime();

        /** Life of a refresh token from its last use. */
        @WithDefault("P30D")
        Duration refreshLifetime();
    }

    /** Keys that sign tokens: how they turn over. */
    interface Keys {

        /** How long a key signs. */
        @WithDefault("P30D")
        Duration period();

        /** How long a key is published before it signs: longer than anybody keeps the published keys (in our services an hour). */
        @WithDefault("PT2H")
        Duration lead();

        /** How often that is looked at, and keys that another instance made are read. */
        @WithDefault("PT30S")
        Duration look();
    }

    /** Clients that log people in or act for themselves. */
    interface Clients {

        /** How long an authorization code can be redeemed. */
        @WithDefault("PT1M")
        Duration codeValidity();

        /** How long a person may take from the first page of a login to the last. */
        @WithDefault("PT10M")
        Duration loginValidity();

        /** The secret of the client {@code ussd}, which is there when this is set. */
        Optional<String> ussdSecret();
    }

    /** Drivers' shifts: how long one lasts. */
    interface Shifts {

        /** How long a shift lasts when nobody ends it; our own choice. */
        @WithDefault("PT16H")
        Duration longest();

        /** How often shifts that have lasted too long are looked for. */
        @WithDefault("PT10S")
        Duration look();
    }
}
