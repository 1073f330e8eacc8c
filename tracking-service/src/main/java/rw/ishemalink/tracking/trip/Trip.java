package rw.ishemalink.tracking.trip;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/**
 * A booking that is being moved, from its assignment to its end.
 *
 * @param operatorId the driver's operator; null for an independent driver
 * @param destinationDistrict district code 11…57; null outside Rwanda
 * @param pickedUpAt by the driver's phone; null until we hear of it
 * @param endedAt delivered (by the driver's phone), cancelled or failed; null until we hear of it
 */
public record Trip(
        UUID bookingId,
        String tenant,
        TripKind kind,
        UUID senderId,
        UUID driverId,
        UUID vehicleId,
        @Nullable UUID operatorId,
        @Nullable String destinationDistrict,
        @Nullable Double destinationLatitude,
        @Nullable Double destinationLongitude,
        Instant assignedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant endedAt) {

    /** The destination as a point, where it is known as one. */
    public Optional<GeoPoint> findDestination() {
        return destinationLatitude == null || destinationLongitude == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(destinationLatitude, destinationLongitude));
    }

    /** Whether the position belongs to this trip: its vehicle's, taken while it is under way. */
    public boolean shows(Position position) {
        return endedAt == null
                && position.vehicleId().equals(vehicleId)
                && position.tenant().equals(tenant)
                && !position.recordedAt().isBefore(assignedAt);
    }
}
