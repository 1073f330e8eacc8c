package rw.ishemalink.tracking.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.detect.Detection;
import rw.ishemalink.tracking.detect.Finding;
import rw.ishemalink.tracking.detect.Plausibility;
import rw.ishemalink.tracking.detect.Plausibility.Jump;
import rw.ishemalink.tracking.detect.Step;
import rw.ishemalink.tracking.position.Position;

/** Looks at one position of one trip: in its turn, or in the gap that it was missing from. A position seen before shows nothing. */
final class TripLook {

    private final Detection detection;
    private final Duration gapLeast;

    TripLook(Detection detection, Duration gapLeast) {
        this.detection = detection;
        this.gapLeast = gapLeast;
    }

    /**
     * What came of it.
     *
     * @param jump the position does not fit where it belongs
     */
    record Looked(WatchedTrip trip, List<Finding> findings, boolean late, Optional<Jump> jump) {

        private static Looked nothing(WatchedTrip trip) {
            return new Looked(trip, List.of(), true, Optional.empty());
        }
    }

    Looked look(WatchedTrip trip, Position position) {
        Position latest = trip.latest();
        return latest == null || position.recordedAt().isAfter(latest.recordedAt())
                ? next(trip, position)
                : trip.gaps().stream()
                        .filter(gap -> gap.holds(position.recordedAt()))
                        .findFirst()
                        .map(gap -> fill(trip, gap, position))
                        .orElseGet(() -> Looked.nothing(trip));
    }

    /** What comes after the end was dealt with shows only what late positions do. */
    private Looked next(WatchedTrip trip, Position position) {
        Step step = trip.ended()
                ? detection.detectLate(trip.plan(), trip.memory(), position)
                : detection.detect(trip.plan(), trip.memory(), position);
        Position latest = trip.latest();
        Instant since = latest == null ? trip.plan().assignedAt() : latest.recordedAt();
        Gap gap = new Gap(latest, since, position.recordedAt(), trip.memory());
        List<Gap> gaps = isLong(gap) ? with(trip.gaps(), gap) : trip.gaps();
        WatchedTrip after =
                new WatchedTrip(trip.plan(), trip.correlationId(), step.memory(), position, gaps, trip.ended());
        return new Looked(after, step.findings(), trip.ended(), Optional.empty());
    }

    private Looked fill(WatchedTrip trip, Gap gap, Position position) {
        Position from = gap.from();
        Optional<Jump> jump = from == null ? Optional.empty() : Plausibility.findJump(from, position);
        if (jump.isPresent()) {
            return new Looked(trip, List.of(), true, jump);
        }
        Step step = detection.detectLate(trip.plan(), gap.before(), position);
        List<Gap> gaps = new ArrayList<>(trip.gaps());
        gaps.remove(gap);
        Gap earlier = new Gap(from, gap.since(), position.recordedAt(), gap.before());
        Gap rest = new Gap(position, position.recordedAt(), gap.until(), step.memory());
        List<Gap> split = isLong(earlier) ? with(gaps, earlier) : gaps;
        WatchedTrip after = new WatchedTrip(
                trip.plan(), trip.correlationId(), trip.memory(), trip.latest(), with(split, rest), trip.ended());
        return new Looked(after, step.findings(), true, Optional.empty());
    }

    private boolean isLong(Gap gap) {
        return gap.length().compareTo(gapLeast) > 0;
    }

    /** The shortest one goes if there are too many. */
    private static List<Gap> with(List<Gap> gaps, Gap gap) {
        List<Gap> all = new ArrayList<>(gaps);
        all.add(gap);
        all.sort(Comparator.comparing(Gap::since));
        if (all.size() > WatchRules.MOST_GAPS) {
            all.stream().min(Comparator.comparing(Gap::length)).ifPresent(all::remove);
        }
        return all;
    }
}
