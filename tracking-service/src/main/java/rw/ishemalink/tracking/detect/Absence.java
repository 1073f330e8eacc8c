package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.detect.TripMemory.Start;

/** What no position shows, but the lack of one. */
final class Absence {

    private final Duration silence;
    private final Duration notStarted;

    Absence(Thresholds thresholds) {
        this.silence = thresholds.silence();
        this.notStarted = thresholds.notStarted();
    }

    Step tick(TripPlan plan, TripMemory before, Instant now) {
        Instant pickedUpAt = plan.pickedUpAt();
        if (pickedUpAt == null || !plan.isRunning(now)) {
            return Step.of(before);
        }
        Optional<Sighting> last = findLast(plan, before, pickedUpAt);
        if (last.isEmpty()) {
            return Step.of(before);
        }
        return look(before, last.get(), pickedUpAt, now);
    }

    private Step look(TripMemory before, Sighting last, Instant pickedUpAt, Instant now) {
        TripMemory memory = before;
        List<Finding> findings = new ArrayList<>();
        Start start = memory.start();
        if (!start.started() && !start.delayTold() && isOver(pickedUpAt, notStarted, now)) {
            memory = memory.with(new Start(false, start.waitsAt(), true));
            findings.add(new Finding.TripNotStarted(last));
        }
        if (memory.silence() == null && isOver(last.at(), silence, now)) {
            memory = memory.silent(last.at());
            findings.add(new Finding.CommsLost(last, last.at()));
        }
        return new Step(memory, findings);
    }

    /** Where it was last seen, or should be; counted from the pick-up at the earliest. */
    private static Optional<Sighting> findLast(TripPlan plan, TripMemory memory, Instant pickedUpAt) {
        return memory.findLast().filter(last -> last.at().isAfter(pickedUpAt)).or(() -> memory.findLast()
                .map(Sighting::point)
                .or(plan::findOrigin)
                .map(point -> new Sighting(point, pickedUpAt)));
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
