package rw.ishemalink.payment.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** How the books are kept, and prices shared. */
@ConfigMapping(prefix = "ishema.ledger")
public interface LedgerConfig {

    /** What we keep of the net price of a delivered booking, per cent (mission, "commission"). */
    @WithDefault("15")
    BigDecimal commissionPercent();

    /** The same for tenants that agreed on something else, by tenant. */
    Map<String, BigDecimal> commissionPercentOf();

    /** Pause between two batches of seals; what comes meanwhile shares the next. */
    @WithDefault("PT0.1S")
    Duration sealEvery();

    /** Most transfers sealed in one transaction. */
    @WithDefault("500")
    int sealAtOnce();
}
