package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/** How bookings ended, and how receipts and dispatches did. */
record ComplianceAnswer(@JsonUnwrapped Freshness freshness, Status total, Map<String, Status> byKind) {

    ComplianceAnswer {
        byKind = new TreeMap<>(byKind);
    }

    /**
     * Counts of the period; each thing counts when it happened.
     *
     * @param created bookings that were made
     * @param completionShare of those that ended, the delivered ones; null when none ended
     * @param receiptsLate those that came later than five minutes after the money
     * @param receiptsInTimeShare of all receipts; null when there is none
     * @param receiptsSignedLocally signed by us, as the tax authority could not be reached
     * @param violations broken rules of the law of dispatch; it must be 0
     */
    record Status(
            long created,
            long delivered,
            long calledOff,
            @Nullable Double completionShare,
            long receipts,
            long receiptsLate,
            @Nullable Double receiptsInTimeShare,
            long receiptsSignedLocally,
            long dispatchesRefused,
            long violations) {

        static Status of(Sums sums) {
            long delivered = sums.get(Measure.DELIVERED);
            long calledOff = sums.get(Measure.CALLED_OFF);
            long receipts = sums.get(Measure.RECEIPTS);
            long late = sums.get(Measure.RECEIPTS_LATE);
            return new Status(
                    sums.get(Measure.CREATED),
                    delivered,
                    calledOff,
                    Ratio.of(delivered, Math.addExact(delivered, calledOff)),
                    receipts,
                    late,
                    Ratio.of(receipts - late, receipts),
                    sums.get(Measure.RECEIPTS_SIGNED_LOCALLY),
                    sums.get(Measure.DISPATCHES_REFUSED),
                    sums.get(Measure.VIOLATIONS));
        }
    }

    static ComplianceAnswer of(CellAnswer answer) {
        Map<String, Status> byKind = new TreeMap<>();
        answer.sumBy(cell -> cell.get(Dimension.KIND)).forEach((kind, sums) -> byKind.put(kind, Status.of(sums)));
        return new ComplianceAnswer(answer.freshness(), Status.of(answer.total()), byKind);
    }
}
