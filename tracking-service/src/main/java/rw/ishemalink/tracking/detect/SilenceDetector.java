package rw.ishemalink.tracking.detect;

import java.time.Instant;
import rw.ishemalink.tracking.position.Position;

/** Hearing of it again after a silence that was told. */
final class SilenceDetector implements Detector {

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Instant since = memory.silence();
        return since == null
                ? Step.of(memory)
                : Step.of(memory.silent(null), new Finding.CommsRestored(Sighting.of(position), since));
    }
}
