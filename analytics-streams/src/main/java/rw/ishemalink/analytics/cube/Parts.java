package rw.ishemalink.analytics.cube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Facts;

/**
 * What one booking, as it stands, adds to which cells: its money where it was paid, its delivery where it was delivered,
 * its end where it was called off. Money that went back is nowhere. Pure.
 */
public final class Parts {

    private static final Sums CALLED_OFF = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, Durations.NONE);

    private Parts() {}

    private record Part(Instant at, Sums sums) {}

    /** The parts of the booking, by cell; those of nothing are left out. */
    public static Map<Cell, Sums> of(Facts facts) {
        List<Part> parts = new ArrayList<>();
        switch (facts.status()) {
            case PAID, ASSIGNED, IN_TRANSIT, AT_BORDER -> add(parts, facts.paidAt(), money(facts));
            case DELIVERED -> {
                add(parts, facts.paidAt(), money(facts));
                add(parts, facts.deliveredAt(), delivery(facts));
            }
            case CANCELLED, FAILED -> add(parts, facts.endedAt(), CALLED_OFF);
            case DRAFT, CONFIRMED, UNKNOWN -> {}
        }
        Map<Cell, Sums> cells = new HashMap<>();
        for (Aggregate aggregate : Aggregate.values()) {
            findGroup(aggregate, facts)
                    .ifPresent(group -> parts.forEach(part -> spread(facts.tenant(), aggregate, group, part, cells)));
        }
        return cells;
    }

    private static void add(List<Part> parts, @Nullable Instant at, Sums sums) {
        if (at != null) {
            parts.add(new Part(at, sums));
        }
    }

    private static Sums money(Facts facts) {
        return new Sums(
                1,
                facts.grossFrancs(),
                facts.vatFrancs(),
                facts.commissionFrancs(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Durations.NONE);
    }

    private static Sums delivery(Facts facts) {
        Optional<Duration> transit = Optional.ofNullable(facts.pickedUpAt())
                .flatMap(from -> Optional.ofNullable(facts.deliveredAt()).map(to -> Duration.between(from, to)))
                .filter(taken -> !taken.isNegative());
        boolean promised = facts.promisedAt() != null;
        Integer stars = facts.stars();
        return new Sums(
                0,
                0,
                0,
                0,
                1,
                facts.weightKg(),
                promised ? 1 : 0,
                isOnTime(facts) ? 1 : 0,
                stars == null ? 0 : 1,
                stars == null ? 0 : stars,
                0,
                transit.map(Duration::toSeconds).orElse(0L),
                transit.map(Durations::of).orElse(Durations.NONE));
    }

    private static boolean isOnTime(Facts facts) {
        Instant promised = facts.promisedAt();
        Instant delivered = facts.deliveredAt();
        return promised != null && delivered != null && !delivered.isAfter(promised);
    }

    /** None where the booking has nothing of what the aggregate is first of all by. */
    private static Optional<List<String>> findGroup(Aggregate aggregate, Facts facts) {
        return aggregate.dimensions().getFirst().find(facts).map(_ -> aggregate.dimensions().stream()
                .map(dimension -> dimension.find(facts).orElse(""))
                .toList());
    }

    private static void spread(
            String tenant, Aggregate aggregate, List<String> group, Part part, Map<Cell, Sums> cells) {
        for (Period period : aggregate.periods()) {
            cells.merge(new Cell(tenant, aggregate, period, period.begin(part.at()), group), part.sums(), Sums::plus);
        }
    }
}
