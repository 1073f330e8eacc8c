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

/** How payments ended. */
record PaymentsAnswer(@JsonUnwrapped Freshness freshness, EndedPayments total, Map<String, EndedPayments> byProvider) {

    PaymentsAnswer {
        byProvider = new TreeMap<>(byProvider);
    }

    /**
     * Payments that ended.
     *
     * @param succeeded the money came; what was given back later had come
     * @param failed nobody paid in time, or it was cancelled
     * @param successShare of both, those that came; null when none ended
     * @param attempts how often money was asked for
     */
    record EndedPayments(
            long succeeded, long failed, @Nullable Double successShare, long attempts) {

        static EndedPayments of(Sums sums) {
            long succeeded = sums.get(Measure.PAYMENTS_SUCCEEDED);
            long failed = sums.get(Measure.PAYMENTS_FAILED);
            return new EndedPayments(
                    succeeded,
                    failed,
                    Ratio.of(succeeded, Math.addExact(succeeded, failed)),
                    sums.get(Measure.PAYMENT_ATTEMPTS));
        }
    }

    static PaymentsAnswer of(CellAnswer answer) {
        Map<String, EndedPayments> byProvider = new TreeMap<>();
        answer.sumBy(cell -> cell.get(Dimension.PROVIDER))
                .forEach((provider, sums) -> byProvider.put(provider, EndedPayments.of(sums)));
        return new PaymentsAnswer(answer.freshness(), EndedPayments.of(answer.total()), byProvider);
    }
}
