package rw.ishemalink.simulators.vsdc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.ebm.EbmConfig;
import rw.ishemalink.simulators.ebm.EbmRefusal;
import rw.ishemalink.simulators.ebm.ResultCode;
import rw.ishemalink.simulators.faults.FaultsChanged;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The line to RRA: while it is broken the device goes on for 24 h, then gives no receipt numbers. */
@ApplicationScoped
public class Contact {

    private final WorldClock clock;
    private final EbmConfig config;
    private volatile @Nullable Instant lostAt;

    public Contact(WorldClock clock, EbmConfig config) {
        this.clock = clock;
        this.config = config;
    }

    void onOrder(@Observes FaultsChanged changed) {
        if (changed.system() != OutsideSystem.VSDC) {
            return;
        }
        if (!changed.order().offline()) {
            lostAt = null;
        } else if (lostAt == null) {
            lostAt = clock.instant();
        }
    }

    /** For what only RRA's server can answer. */
    void requireLine() {
        if (lostAt != null) {
            throw new EbmRefusal(ResultCode.NO_CONTACT, "RRA's server cannot be reached");
        }
    }

    /** For receipts. */
    void requireRecent() {
        Instant lost = lostAt;
        if (lost != null && !clock.instant().isBefore(lost.plus(config.offlineLimit()))) {
            throw new EbmRefusal(
                    ResultCode.NO_CONTACT,
                    "no receipt numbers after " + config.offlineLimit() + " without contact with RRA");
        }
    }
}
