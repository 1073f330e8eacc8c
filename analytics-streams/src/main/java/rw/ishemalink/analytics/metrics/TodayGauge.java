package rw.ishemalink.analytics.metrics;

import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;

/** What is told of today, by tenant and one thing more. Shares are made of these by whoever asks: shares do not add up. */
enum TodayGauge {
    BOOKINGS(
            "ishema.analytics.today.bookings",
            "bookings paid today",
            Aggregate.REVENUE,
            Measure.BOOKINGS,
            Dimension.KIND),
    GROSS(
            "ishema.analytics.today.gross.francs",
            "what was paid for them, VAT included",
            Aggregate.REVENUE,
            Measure.GROSS,
            Dimension.KIND),
    CREATED(
            "ishema.analytics.today.created",
            "bookings made today",
            Aggregate.COMPLIANCE,
            Measure.CREATED,
            Dimension.KIND),
    DELIVERED(
            "ishema.analytics.today.delivered",
            "bookings delivered today",
            Aggregate.COMPLIANCE,
            Measure.DELIVERED,
            Dimension.KIND),
    CALLED_OFF(
            "ishema.analytics.today.called.off",
            "bookings cancelled or failed today",
            Aggregate.COMPLIANCE,
            Measure.CALLED_OFF,
            Dimension.KIND),
    RECEIPTS(
            "ishema.analytics.today.receipts",
            "fiscal receipts issued today",
            Aggregate.COMPLIANCE,
            Measure.RECEIPTS,
            Dimension.KIND),
    RECEIPTS_LATE(
            "ishema.analytics.today.receipts.late",
            "those of them that came late",
            Aggregate.COMPLIANCE,
            Measure.RECEIPTS_LATE,
            Dimension.KIND),
    DISPATCHES_REFUSED(
            "ishema.analytics.today.dispatches.refused",
            "dispatches refused, of bookings made today",
            Aggregate.COMPLIANCE,
            Measure.DISPATCHES_REFUSED,
            Dimension.KIND),
    PAYMENTS_SUCCEEDED(
            "ishema.analytics.today.payments.succeeded",
            "payments that came today",
            Aggregate.PAYMENTS,
            Measure.PAYMENTS_SUCCEEDED,
            Dimension.PROVIDER),
    PAYMENTS_FAILED(
            "ishema.analytics.today.payments.failed",
            "payments that ended today without money",
            Aggregate.PAYMENTS,
            Measure.PAYMENTS_FAILED,
            Dimension.PROVIDER),
    PROMISED(
            "ishema.analytics.today.promised",
            "deliveries of today of which a time of arrival was estimated",
            Aggregate.ROUTES,
            Measure.PROMISED,
            Dimension.KIND),
    ON_TIME(
            "ishema.analytics.today.on.time",
            "those of them that came by then",
            Aggregate.ROUTES,
            Measure.ON_TIME,
            Dimension.KIND);

    private final String meter;
    private final String description;
    private final Aggregate aggregate;
    private final Measure measure;
    private final Dimension by;

    TodayGauge(String meter, String description, Aggregate aggregate, Measure measure, Dimension by) {
        this.meter = meter;
        this.description = description;
        this.aggregate = aggregate;
        this.measure = measure;
        this.by = by;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }

    Aggregate aggregate() {
        return aggregate;
    }

    Measure measure() {
        return measure;
    }

    Dimension by() {
        return by;
    }
}
