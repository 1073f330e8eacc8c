package rw.ishemalink.tracking.watch;

import java.util.List;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;

/** The first position after pick-up starts the trip. */
final class TripStartDetector implements Detector {

    @Override
    public Step detect(TripState state, List<Geofence> geofences, Position position) {
        return state.started()
                ? new Step(state, List.of())
                : new Step(
                        new TripState(true, state.inside(), state.shownUntil()),
                        List.of(new Finding.TripStarted(position)));
    }
}
