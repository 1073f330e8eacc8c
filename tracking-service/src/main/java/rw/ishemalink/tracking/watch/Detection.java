package rw.ishemalink.tracking.watch;

import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;

/** The whole pipeline: every position passes every detector, in this order. A position that is not newer shows nothing. */
public final class Detection {

    private static final List<Detector> PIPELINE = List.of(new TripStartDetector(), new GeofenceDetector());

    private Detection() {}

    /** The state after the position, and everything it showed. */
    public static Detector.Step detect(TripState before, List<Geofence> geofences, Position position) {
        if (!position.recordedAt().isAfter(before.shownUntil())) {
            return new Detector.Step(before, List.of());
        }
        TripState state = before;
        List<Finding> findings = new ArrayList<>();
        for (Detector detector : PIPELINE) {
            Detector.Step step = detector.detect(state, geofences, position);
            state = step.state();
            findings.addAll(step.findings());
        }
        return new Detector.Step(new TripState(state.started(), state.inside(), position.recordedAt()), findings);
    }
}
