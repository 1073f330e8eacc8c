package rw.ishemalink.booking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.booking.terms.TaxClass;

/** What an operator may set. */
@ConfigMapping(prefix = "ishema.booking")
public interface BookingConfig {

    /** How long a quote can be booked. */
    @WithDefault("PT30M")
    Duration quoteValidity();

    /** The secret that delivery codes are derived from, at least 32 characters; there is no default. */
    String deliveryCodeKey();

    /**
     * How long an instance may go on with the tariffs that it has read. A new version is published before its day by
     * more than that.
     */
    @WithDefault("PT60S")
    Duration tariffsKeptFor();

    /** Large tenants whose bookings have tables of their own: made when the service starts, and never undone by it. */
    Optional<Set<String>> tenantsApart();

    /** The VAT class per kind of service (mission C17). */
    TaxClasses taxClass();

    /** How long a booking may wait before it counts as stuck. */
    Patience patience();

    /** RRA tax classes A to D. */
    interface TaxClasses {

        @WithDefault("B")
        TaxClass cargoDomestic();

        @WithDefault("B")
        TaxClass cargoInternational();

        @WithDefault("B")
        TaxClass ride();
    }

    /** One deadline per step of {@code saga.Step}. Missing one changes nothing; it shows in {@code ?stuck=true}. */
    interface Patience {

        /** Payment-service gives up after 30 minutes (mission C3); its word must have arrived soon after. */
        @WithDefault("PT32M")
        Duration payment();

        /** A receipt, official or locally signed. */
        @WithDefault("PT5M")
        Duration receipt();

        /** Somebody asks for a driver. */
        @WithDefault("PT4H")
        Duration assignment();

        /** Compliance decides. */
        @WithDefault("PT5M")
        Duration clearance();

        /** The driver picks it up. */
        @WithDefault("PT24H")
        Duration pickup();

        /** The driver delivers, or reaches the border. */
        @WithDefault("PT72H")
        Duration road();

        /** Customs decide. */
        @WithDefault("PT48H")
        Duration border();
    }
}
