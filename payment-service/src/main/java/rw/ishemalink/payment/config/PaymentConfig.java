package rw.ishemalink.payment.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import rw.ishemalink.payment.collecting.Provider;

/** How payments are collected. */
@ConfigMapping(prefix = "ishema.payment")
public interface PaymentConfig {

    /** How long after CONFIRMED a booking may be paid; then it expires (mission, decision C3). */
    @WithDefault("PT30M")
    Duration window();

    /** Pause between two looks for movements and deadlines that are due. */
    @WithDefault("PT0.25S")
    Duration sweepEvery();

    /** How long what became due just now waits for more of the same: under load, many then share each transaction. */
    @WithDefault("PT0.02S")
    Duration gatherFor();

    /** Most calls of this instance to one provider at once: one that is slow holds up no other. */
    @WithDefault("16")
    int callsAtOnce();

    /** How long a claimed movement is left to its worker; longer than all its calls may take. */
    @WithDefault("PT30S")
    Duration claimFor();

    /** The first of the quick retries; each further one waits twice as long. */
    @WithDefault("PT1S")
    Duration quickRetry();

    /** Pause between questions after the quick ones. */
    @WithDefault("PT10S")
    Duration pollEvery();

    /** Pause between questions once the payment is over and only late money matters. */
    @WithDefault("PT1M")
    Duration pollEveryAfterEnd();

    /**
     * How long after the last sending a reference that the provider does not know may still reach it; the payer's own
     * window at MTN is 5 minutes.
     */
    @WithDefault("PT10M")
    Duration forgetAfter();

    /** Pause before a refund that the provider refused is asked for again; doubles up to an hour. */
    @WithDefault("PT1M")
    Duration refundRetry();

    /** Most attempts of one payment. */
    @WithDefault("10")
    int maxAttempts();

    /** Who is asked for the money of a number that neither MTN nor Airtel has. */
    @WithDefault("MTN")
    Provider usualProvider();

    /** When a provider is left alone. */
    Breaker breaker();

    /** Our account at MTN. */
    MtnConfig mtn();

    /** Our account at Airtel. */
    AirtelConfig airtel();

    /** Circuit breaker, one per provider and group of operations. */
    interface Breaker {

        /** So many failures in a row open it. */
        @WithDefault("5")
        int failures();

        /** So long it stays open before one call may try again. */
        @WithDefault("PT60S")
        Duration halfOpenAfter();
    }
}
