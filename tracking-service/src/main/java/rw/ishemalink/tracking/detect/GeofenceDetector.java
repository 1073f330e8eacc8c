package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.detect.TripMemory.Visit;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;

/** Entering geofences, being there long, and leaving them. */
final class GeofenceDetector implements Detector {

    private final TripFences fences;
    private final Duration dwell;

    GeofenceDetector(Thresholds thresholds) {
        this.fences = new TripFences(thresholds);
        this.dwell = thresholds.dwell();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Sighting seen = Sighting.of(position);
        List<Visit> visits = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Geofence fence : fences.listAt(plan, position.recordedAt())) {
            Optional<Visit> before = memory.findVisit(fence.name());
            boolean is = fence.holds(position.point(), before.isPresent());
            if (is) {
                visits.add(stay(fence, before, seen, findings));
            } else {
                before.ifPresent(
                        visit -> findings.add(new Finding.GeofenceLeft(seen, visit.geofence(), visit.since())));
            }
        }
        return new Step(visits.equals(memory.visits()) ? memory : memory.withVisits(visits), findings);
    }

    private Visit stay(Geofence fence, Optional<Visit> before, Sighting seen, List<Finding> findings) {
        if (before.isEmpty()) {
            findings.add(new Finding.GeofenceEntered(seen, fence.name()));
            return new Visit(fence.name(), seen.at(), false);
        }
        Visit visit = before.get();
        if (visit.dwellTold() || Duration.between(visit.since(), seen.at()).compareTo(dwell) < 0) {
            return visit;
        }
        findings.add(new Finding.GeofenceDwelled(seen, fence.name(), visit.since()));
        return new Visit(fence.name(), visit.since(), true);
    }
}
