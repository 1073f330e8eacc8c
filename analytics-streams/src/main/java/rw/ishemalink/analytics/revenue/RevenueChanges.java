package rw.ishemalink.analytics.revenue;

import java.util.Map;
import java.util.Optional;
import rw.ishemalink.analytics.booking.Correction;
import rw.ishemalink.analytics.booking.Share;

/** What a correction changes in the revenue. */
public final class RevenueChanges {

    private RevenueChanges() {}

    /** By how much each sum changes; sums that do not change are left out. */
    public static Map<RevenueKey, Revenue> of(Correction correction) {
        return correction.changes(RevenueChanges::parts, Revenue::negative, Revenue::plus, Revenue.ZERO);
    }

    private static Map<RevenueKey, Revenue> parts(Share share) {
        Revenue revenue = Revenue.of(share);
        return Map.of(
                new RevenueKey(share.tenant(), Optional.of(share.paidOn()), share.kind()),
                revenue,
                new RevenueKey(share.tenant(), Optional.empty(), share.kind()),
                revenue);
    }
}
