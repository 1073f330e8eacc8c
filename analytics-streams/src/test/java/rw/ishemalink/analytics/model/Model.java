package rw.ishemalink.analytics.model;

import static rw.ishemalink.analytics.cube.Aggregate.COMMODITIES;
import static rw.ishemalink.analytics.cube.Aggregate.COMPLIANCE;
import static rw.ishemalink.analytics.cube.Aggregate.DRIVERS;
import static rw.ishemalink.analytics.cube.Aggregate.HEATMAP;
import static rw.ishemalink.analytics.cube.Aggregate.HEATMAP_CELLS;
import static rw.ishemalink.analytics.cube.Aggregate.PATTERNS;
import static rw.ishemalink.analytics.cube.Aggregate.PAYMENTS;
import static rw.ishemalink.analytics.cube.Aggregate.REVENUE;
import static rw.ishemalink.analytics.cube.Aggregate.ROUTES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Durations;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.schemas.payment.PaymentStatus;

/**
 * Every cell of the aggregates over bookings and drivers, added up from how the bookings ended: one line for each thing
 * that counts, with the aggregates that count it.
 */
final class Model {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private final Map<Cell, Map<Measure, Long>> numbers = new HashMap<>();
    private final Map<Cell, List<Duration>> deliveries = new HashMap<>();

    private Model() {}

    /** What the cells should hold. */
    static Map<Cell, Added> of(Collection<Truth> bookings) {
        Model model = new Model();
        bookings.forEach(model::count);
        Map<Cell, Added> all = new HashMap<>();
        model.numbers.forEach(
                (cell, numbers) -> all.put(cell, Added.of(numbers, model.deliveries.getOrDefault(cell, List.of()))));
        return all;
    }

    /** What one cell holds; the durations as the buckets they fall into. */
    record Added(Map<Measure, Long> numbers, Durations deliveries) {

        static Added of(Map<Measure, Long> numbers, List<Duration> deliveries) {
            return new Added(
                    Map.copyOf(numbers),
                    deliveries.stream().map(Durations::of).reduce(Durations.NONE, Durations::plus));
        }
    }

    private void count(Truth booking) {
        Instant made = booking.createdAt;
        add(booking, made, Measure.CREATED, 1, PATTERNS, COMPLIANCE);
        add(booking, made, Measure.DISPATCHES_REFUSED, booking.dispatchesRefused, COMPLIANCE);
        booking.violations.forEach(at -> add(booking, at, Measure.VIOLATIONS, 1, COMPLIANCE));
        if (booking.earns()) {
            countMoney(booking, booking.paidAt);
        }
        if (booking.isDelivered() && booking.deliveredAt != null) {
            countDelivery(booking, booking.deliveredAt);
        }
        if (booking.isCalledOff()) {
            add(booking, booking.endedAt, Measure.CALLED_OFF, 1, ROUTES, COMPLIANCE);
            add(booking, made, Measure.CALLED_OFF, 1, PATTERNS);
        }
        if (booking.receiptAt != null) {
            countReceipt(booking, booking.receiptAt);
        }
        countPayment(booking);
    }

    private void countMoney(Truth booking, @Nullable Instant at) {
        Instant made = booking.createdAt;
        add(booking, at, Measure.BOOKINGS, 1, REVENUE, ROUTES, COMMODITIES, HEATMAP, HEATMAP_CELLS);
        add(booking, made, Measure.BOOKINGS, 1, PATTERNS);
        long gross = booking.grossFrancs;
        add(booking, at, Measure.GROSS, gross, REVENUE, ROUTES, COMMODITIES, HEATMAP, HEATMAP_CELLS);
        add(booking, made, Measure.GROSS, gross, PATTERNS);
        add(booking, at, Measure.VAT, booking.vatFrancs, REVENUE, ROUTES, COMMODITIES, HEATMAP);
        if (booking.commissionFrancs != null) {
            add(booking, at, Measure.COMMISSION, booking.commissionFrancs, REVENUE, HEATMAP);
        }
        if (booking.isDelivered()) {
            add(booking, booking.deliveredAt, Measure.GROSS, gross, DRIVERS);
        }
    }

    private void countDelivery(Truth booking, Instant at) {
        add(booking, at, Measure.DELIVERED, 1, ROUTES, COMMODITIES, COMPLIANCE, DRIVERS);
        add(booking, booking.createdAt, Measure.DELIVERED, 1, PATTERNS);
        add(booking, at, Measure.WEIGHT_KG, booking.weightKg, ROUTES, COMMODITIES, DRIVERS);
        if (booking.promisedAt != null) {
            add(booking, at, Measure.PROMISED, 1, ROUTES, DRIVERS);
            add(booking, at, Measure.ON_TIME, booking.promisedAt.isBefore(at) ? 0 : 1, ROUTES, DRIVERS);
        }
        if (booking.stars != null) {
            add(booking, at, Measure.RATED, 1, DRIVERS);
            add(booking, at, Measure.STARS, booking.stars, DRIVERS);
        }
        if (booking.pickedUpAt != null && !booking.pickedUpAt.isAfter(at)) {
            Duration taken = Duration.between(booking.pickedUpAt, at);
            add(booking, at, Measure.TRANSIT_SECONDS, taken.toSeconds(), ROUTES, DRIVERS);
            for (Aggregate aggregate : List.of(ROUTES, DRIVERS)) {
                cells(aggregate, booking, at).forEach(cell -> deliveries
                        .computeIfAbsent(cell, _ -> new ArrayList<>())
                        .add(taken));
            }
        }
    }

    private void countReceipt(Truth booking, Instant at) {
        add(booking, at, Measure.RECEIPTS, 1, COMPLIANCE);
        if (booking.paidAt != null && at.isAfter(booking.paidAt.plusSeconds(300))) {
            add(booking, at, Measure.RECEIPTS_LATE, 1, COMPLIANCE);
        }
        if (booking.signedLocally) {
            add(booking, at, Measure.RECEIPTS_SIGNED_LOCALLY, 1, COMPLIANCE);
        }
    }

    private void countPayment(Truth booking) {
        boolean failed = booking.payment == PaymentStatus.EXPIRED || booking.payment == PaymentStatus.CANCELLED;
        Instant at = booking.paymentEndedAt;
        add(booking, at, failed ? Measure.PAYMENTS_FAILED : Measure.PAYMENTS_SUCCEEDED, 1, PAYMENTS);
        add(booking, at, Measure.PAYMENT_ATTEMPTS, booking.attempts, PAYMENTS);
    }

    /** By what the aggregate tells the booking apart; null where it has nothing to do with it. */
    private static @Nullable List<String> group(Aggregate aggregate, Truth booking) {
        String from = booking.origin.code();
        String provider = booking.provider;
        String cell = booking.origin.cell();
        String operator = booking.operatorId == null ? "" : booking.operatorId.toString();
        return switch (aggregate) {
            case REVENUE -> List.of(booking.kind, provider == null ? "" : provider, operator);
            case ROUTES -> List.of(from, booking.destination.code(), booking.kind);
            case COMMODITIES -> booking.commodity == null ? null : List.of(booking.commodity);
            case HEATMAP -> List.of(from, booking.kind);
            case HEATMAP_CELLS -> cell == null ? null : List.of(cell, booking.kind);
            case PATTERNS -> List.of(hourOfWeek(booking.createdAt), booking.kind);
            case PAYMENTS -> provider == null ? null : List.of(provider);
            case COMPLIANCE -> List.of(booking.kind);
            case DRIVERS -> booking.driverId == null ? null : List.of(booking.driverId.toString(), operator, from);
            case COHORTS, SUMMARIES, TRAFFIC -> throw new IllegalArgumentException(aggregate + " is not of bookings");
        };
    }

    private static String hourOfWeek(Instant instant) {
        LocalDateTime at = instant.atZone(KIGALI).toLocalDateTime();
        int hour = (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
        return String.format(Locale.ROOT, "%03d", hour);
    }

    private void add(Truth booking, @Nullable Instant at, Measure measure, long value, Aggregate... aggregates) {
        if (at == null || value == 0) {
            return;
        }
        for (Aggregate aggregate : aggregates) {
            for (Cell cell : cells(aggregate, booking, at)) {
                numbers.computeIfAbsent(cell, _ -> new EnumMap<>(Measure.class)).merge(measure, value, Long::sum);
            }
        }
    }

    private static List<Cell> cells(Aggregate aggregate, Truth booking, Instant at) {
        List<String> group = group(aggregate, booking);
        if (group == null) {
            return List.of();
        }
        LocalDateTime hour = at.atZone(KIGALI).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        LocalDateTime day = hour.truncatedTo(ChronoUnit.DAYS);
        return aggregate.periods().stream()
                .map(period -> new Cell(
                        aggregate,
                        booking.tenant,
                        period,
                        hours(
                                switch (period) {
                                    case HOUR -> hour;
                                    case DAY -> day;
                                    case MONTH -> day.withDayOfMonth(1);
                                    case ALL -> EPOCH;
                                }),
                        group))
                .toList();
    }

    private static int hours(LocalDateTime begin) {
        return Math.toIntExact(ChronoUnit.HOURS.between(EPOCH, begin));
    }
}
