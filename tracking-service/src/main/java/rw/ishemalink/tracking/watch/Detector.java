package rw.ishemalink.tracking.watch;

import java.util.List;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;

/** Finds one kind of thing. Pure: (state, position) → (state, findings). */
@FunctionalInterface
public interface Detector {

    /** The state after the position, and what it showed. */
    record Step(TripState state, List<Finding> findings) {

        public Step {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Looks at one position.
     *
     * @param geofences those that matter to the trip
     */
    Step detect(TripState state, List<Geofence> geofences, Position position);
}
