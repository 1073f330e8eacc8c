package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.schemas.booking.BookingStatus;

/**
 * In which group of an aggregate a booking is.
 *
 * @param group as in {@link Cell}
 * @param always when everything counts that the booking adds there; null: each thing when it happened
 */
record Grouping(List<String> group, @Nullable Instant always) {

    /** The booking's; empty where it adds nothing to the aggregate. */
    static Optional<Grouping> find(Aggregate aggregate, Facts facts) {
        Instant always = always(aggregate, facts);
        if (isAtOnce(aggregate) && always == null) {
            return Optional.empty();
        }
        return findGroup(aggregate, facts).map(group -> new Grouping(group, always));
    }

    /** Whether the booking was and is in the same group, without saying which: that is asked for each event. */
    static boolean stays(Aggregate aggregate, Facts before, Facts after) {
        for (Dimension dimension : aggregate.dimensions()) {
            if (!dimension.isSame(before, after)) {
                return false;
            }
        }
        return Objects.equals(always(aggregate, before), always(aggregate, after));
    }

    /** Whether all that the booking adds to the aggregate counts at one time. */
    private static boolean isAtOnce(Aggregate aggregate) {
        return switch (aggregate) {
            case PATTERNS, DRIVERS -> true;
            case REVENUE,
                    ROUTES,
                    COMMODITIES,
                    HEATMAP,
                    HEATMAP_CELLS,
                    PAYMENTS,
                    COMPLIANCE,
                    COHORTS,
                    SUMMARIES,
                    TRAFFIC -> false;
        };
    }

    private static @Nullable Instant always(Aggregate aggregate, Facts facts) {
        Booked booked = facts.booked();
        if (booked == null || !isAtOnce(aggregate)) {
            return null;
        }
        return aggregate == Aggregate.DRIVERS ? deliveredAt(booked) : booked.createdAt();
    }

    private static @Nullable Instant deliveredAt(Booked booked) {
        return booked.status() == BookingStatus.DELIVERED ? booked.deliveredAt() : null;
    }

    private static Optional<List<String>> findGroup(Aggregate aggregate, Facts facts) {
        List<Dimension> dimensions = aggregate.dimensions();
        Optional<String> first = dimensions.getFirst().find(facts);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<String> group = new ArrayList<>(dimensions.size());
        group.add(first.get());
        for (int i = 1; i < dimensions.size(); i++) {
            group.add(dimensions.get(i).find(facts).orElse(""));
        }
        return Optional.of(List.copyOf(group));
    }
}
