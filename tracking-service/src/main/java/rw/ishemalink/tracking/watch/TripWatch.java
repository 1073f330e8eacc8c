package rw.ishemalink.tracking.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.WatchedTrips.WatchedTrip;

/** Looks at a batch of positions in one transaction. Nothing is written unless something was found. */
@ApplicationScoped
class TripWatch {

    private final UnitOfWork unitOfWork;
    private final WatchedTrips trips;
    private final TripGeofences.Radii radii;

    TripWatch(UnitOfWork unitOfWork, WatchedTrips trips, TrackingConfig config) {
        this.unitOfWork = unitOfWork;
        this.trips = trips;
        this.radii = new TripGeofences.Radii(config.borderRadiusMetres(), config.pointRadiusMetres());
    }

    void look(List<Position> positions) {
        Map<UUID, List<Position>> byVehicle = positions.stream().collect(Collectors.groupingBy(Position::vehicleId));
        unitOfWork.run(tx -> trips.lock(tx.sql(), byVehicle.keySet())
                .forEach(trip -> look(tx, trip, byVehicle.getOrDefault(trip.vehicleId(), List.of()))));
    }

    private void look(Tx tx, WatchedTrip trip, List<Position> positions) {
        List<Geofence> geofences =
                TripGeofences.of(trip.kind(), trip.findDestination(), trip.destinationDistrict(), radii);
        TripState state = trip.state();
        List<Finding> findings = new ArrayList<>();
        for (Position position : positions) {
            if (position.tenant().equals(trip.tenant())
                    && !position.recordedAt().isBefore(trip.pickedUpAt())) {
                Detector.Step step = Detection.detect(state, geofences, position);
                state = step.state();
                findings.addAll(step.findings());
            }
        }
        if (!findings.isEmpty()) {
            trips.save(tx, trip, state, findings);
        }
    }
}
