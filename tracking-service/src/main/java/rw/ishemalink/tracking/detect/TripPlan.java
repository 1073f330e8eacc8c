package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.trip.TripKind;

/**
 * What is to happen, as the booking says.
 *
 * @param vehicleClass null where it is not known
 * @param pickup where it is known as a point
 * @param originDistrict district code 11…57; empty outside Rwanda
 * @param destination where it is known as a point
 * @param destinationDistrict district code 11…57; empty outside Rwanda
 * @param borderPost by name, e.g. Gatuna, where the trip leaves Rwanda
 * @param bonded whether the load is under customs control and may not leave its corridor
 * @param pickedUpAt null until then
 * @param endedAt null until then
 */
public record TripPlan(
        UUID bookingId,
        String tenant,
        TripKind kind,
        UUID driverId,
        UUID vehicleId,
        @Nullable VehicleClass vehicleClass,
        Optional<GeoPoint> pickup,
        Optional<String> originDistrict,
        Optional<GeoPoint> destination,
        Optional<String> destinationDistrict,
        Optional<String> borderPost,
        boolean bonded,
        Instant assignedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant endedAt) {

    /** Whether the load was on the vehicle at that time. */
    public boolean isPickedUp(Instant at) {
        return pickedUpAt != null && !at.isBefore(pickedUpAt);
    }

    /** Whether it was this trip that the vehicle made at that time: assignedAt ≤ at &lt; endedAt. */
    public boolean isRunning(Instant at) {
        return !at.isBefore(assignedAt) && (endedAt == null || at.isBefore(endedAt));
    }

    /** Where it starts: the point, or the middle of the district. */
    public Optional<GeoPoint> findOrigin() {
        return pickup.or(() -> originDistrict.flatMap(Districts::find).map(Districts.Circle::centre));
    }

    /** Where it goes: the point, or the middle of the district. */
    public Optional<GeoPoint> findTarget() {
        return destination.or(() -> destinationDistrict.flatMap(Districts::find).map(Districts.Circle::centre));
    }
}
