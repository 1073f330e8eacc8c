package rw.ishemalink.payment.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How our books are compared with what the providers say. */
@ConfigMapping(prefix = "ishema.reconciliation")
public interface ReconciliationConfig {

    /** Whether each day is compared by itself once it is over; by hand it always can be. */
    @WithDefault("true")
    boolean daily();

    /** How long after midnight in Rwanda a day's statement may be expected. */
    @WithDefault("PT2H")
    Duration afterMidnight();

    /** Pause between two looks for a day that is due. */
    @WithDefault("PT30S")
    Duration sweepEvery();

    /** How long a day is left to the instance that took it up; renewed with every page. */
    @WithDefault("PT5M")
    Duration claimFor();

    /** Pause after a failure, such as a statement that is not there yet. */
    @WithDefault("PT15M")
    Duration retryAfter();

    /** How long a provider has to answer about what is undecided here, before a difference becomes a case. */
    @WithDefault("PT10M")
    Duration answerWithin();

    /** So close to midnight a movement may be counted on either day. */
    @WithDefault("PT2H")
    Duration grace();

    /** Most movements compared in one transaction. */
    @WithDefault("2000")
    int pageSize();

    /** In whose books stands what no tenant's movement explains: the tenant that runs the platform. */
    @WithDefault("ishemalink")
    String houseTenant();

    /** Whoever resolves a case of more than that, in whole francs, needs a second person. */
    @WithDefault("100000")
    long approvalAboveRwf();
}
