package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        return switch (aggregate) {
            case PATTERNS ->
                at(
                        aggregate,
                        facts,
                        facts.booked() == null ? null : facts.booked().createdAt());
            case DRIVERS -> at(aggregate, facts, deliveredAt(facts.booked()));
            case REVENUE, ROUTES, COMMODITIES, HEATMAP, HEATMAP_CELLS, PAYMENTS, COMPLIANCE ->
                findGroup(aggregate, facts).map(group -> new Grouping(group, null));
            // Made of more than one booking, or of none.
            case COHORTS, SUMMARIES, TRAFFIC -> Optional.empty();
        };
    }

    private static Optional<Grouping> at(Aggregate aggregate, Facts facts, @Nullable Instant always) {
        return always == null
                ? Optional.empty()
                : findGroup(aggregate, facts).map(group -> new Grouping(group, always));
    }

    private static @Nullable Instant deliveredAt(@Nullable Booked booked) {
        return booked != null && booked.status() == BookingStatus.DELIVERED ? booked.deliveredAt() : null;
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
