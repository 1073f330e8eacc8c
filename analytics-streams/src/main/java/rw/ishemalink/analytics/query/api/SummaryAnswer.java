package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.query.Span;

/**
 * A month on one page.
 *
 * @param month in Kigali
 * @param figures of that month, so far if it is not over
 * @param before of the whole month before
 * @param change from then to now, e.g. 0.25 for a quarter more
 */
record SummaryAnswer(
        @JsonUnwrapped Freshness freshness,
        YearMonth month,
        String currency,
        Figures figures,
        Figures before,
        Change change) {

    /**
     * What a month added up to.
     *
     * @param onTimeShare of the deliveries whose arrival was estimated, those that came by then; null when none was
     * @param paymentSuccessShare of the payments that ended, those that came; null when none ended
     */
    record Figures(
            long created,
            Money revenue,
            long delivered,
            long calledOff,
            long weightKg,
            @Nullable Transit transit,
            @Nullable Double onTimeShare,
            long receipts,
            long receiptsLate,
            @Nullable Double paymentSuccessShare,
            long dispatchesRefused,
            long violations) {}

    /** By which part each has grown since the month before; null where there was nothing then. */
    record Change(
            @Nullable Double created,
            @Nullable Double bookings,
            @Nullable Double gross,
            @Nullable Double net,
            @Nullable Double delivered,
            @Nullable Double weightKg) {}

    private record Month(Freshness freshness, Figures figures) {}

    static SummaryAnswer of(Asking asking, Optional<String> whose, YearMonth month) {
        Month now = ask(asking, whose, month);
        Month before = ask(asking, whose, month.minusMonths(1));
        return new SummaryAnswer(
                now.freshness().and(before.freshness()),
                month,
                RevenueAnswer.FRANC,
                now.figures(),
                before.figures(),
                change(before.figures(), now.figures()));
    }

    private static Month ask(Asking asking, Optional<String> whose, YearMonth month) {
        CellAnswer money = cells(asking, Aggregate.REVENUE, whose, month);
        CellAnswer routes = cells(asking, Aggregate.ROUTES, whose, month);
        CellAnswer ends = cells(asking, Aggregate.COMPLIANCE, whose, month);
        CellAnswer payments = cells(asking, Aggregate.PAYMENTS, whose, month);
        return new Month(
                money.freshness().and(routes.freshness()).and(ends.freshness()).and(payments.freshness()),
                figures(money.total(), routes.total(), ends.total(), payments.total()));
    }

    private static CellAnswer cells(Asking asking, Aggregate aggregate, Optional<String> whose, YearMonth month) {
        return asking.cells(CellQuestion.of(aggregate, whose, Span.months(month, month)));
    }

    private static Figures figures(Sums money, Sums routes, Sums ends, Sums payments) {
        return new Figures(
                ends.get(Measure.CREATED),
                Money.of(money),
                ends.get(Measure.DELIVERED),
                ends.get(Measure.CALLED_OFF),
                routes.get(Measure.WEIGHT_KG),
                Transit.of(routes),
                Ratio.of(routes.get(Measure.ON_TIME), routes.get(Measure.PROMISED)),
                ends.get(Measure.RECEIPTS),
                ends.get(Measure.RECEIPTS_LATE),
                PaymentsAnswer.EndedPayments.of(payments).successShare(),
                ends.get(Measure.DISPATCHES_REFUSED),
                ends.get(Measure.VIOLATIONS));
    }

    private static Change change(Figures before, Figures now) {
        return new Change(
                Ratio.change(before.created(), now.created()),
                Ratio.change(before.revenue().bookings(), now.revenue().bookings()),
                Ratio.change(before.revenue().gross(), now.revenue().gross()),
                Ratio.change(before.revenue().net(), now.revenue().net()),
                Ratio.change(before.delivered(), now.delivered()),
                Ratio.change(before.weightKg(), now.weightKg()));
    }
}
