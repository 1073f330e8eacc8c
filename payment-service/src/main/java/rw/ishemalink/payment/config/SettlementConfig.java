package rw.ishemalink.payment.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When days are settled. */
@ConfigMapping(prefix = "ishema.settlement")
public interface SettlementConfig {

    /** How long after midnight in Kigali the day before is settled, by the database's clock. */
    @WithDefault("PT30M")
    Duration startsAfter();

    /** Days back for which a run that is missing is made up for: the service may have been away. */
    @WithDefault("7")
    int catchUpDays();

    /** Pause between two looks for days to settle. */
    @WithDefault("PT10S")
    Duration lookEvery();

    /** Drivers and operators per transaction. */
    @WithDefault("50")
    int partiesAtOnce();

    /** Transfers counted per transaction. */
    @WithDefault("2000")
    int transfersAtOnce();
}
