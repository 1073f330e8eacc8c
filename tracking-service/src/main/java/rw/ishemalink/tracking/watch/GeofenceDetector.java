package rw.ishemalink.tracking.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;

/** Entering and leaving geofences. */
final class GeofenceDetector implements Detector {

    @Override
    public Step detect(TripState state, List<Geofence> geofences, Position position) {
        Set<String> inside = new HashSet<>(state.inside());
        List<Finding> findings = new ArrayList<>();
        for (Geofence geofence : geofences) {
            boolean was = inside.contains(geofence.name());
            boolean is = geofence.holds(position.point(), was);
            if (is && !was) {
                inside.add(geofence.name());
                findings.add(new Finding.GeofenceEntered(position, geofence.name()));
            } else if (was && !is) {
                inside.remove(geofence.name());
                findings.add(new Finding.GeofenceLeft(position, geofence.name()));
            }
        }
        return new Step(new TripState(state.started(), inside, state.shownUntil()), findings);
    }
}
