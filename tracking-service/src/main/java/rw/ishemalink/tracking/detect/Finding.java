package rw.ishemalink.tracking.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that positions, or their absence, show of a trip. One for each kind of {@code TrackingChange}. */
public sealed interface Finding {

    /** The position that shows it; of an absence, the last one heard. */
    Sighting seen();

    /** The vehicle moves, after the pick-up. */
    record TripStarted(Sighting seen) implements Finding {}

    /** Picked up, and not moving. */
    record TripNotStarted(Sighting seen) implements Finding {}

    /** The trip is over. */
    record TripEnded(Sighting seen) implements Finding {}

    record GeofenceEntered(Sighting seen, String geofence) implements Finding {}

    /** It has been there long. */
    record GeofenceDwelled(Sighting seen, String geofence, Instant since) implements Finding {}

    record GeofenceLeft(Sighting seen, String geofence, Instant since) implements Finding {}

    record StopStarted(Sighting seen) implements Finding {}

    record StopEnded(Sighting seen, Instant since) implements Finding {}

    record OverspeedStarted(Sighting seen, double speedKmh, double limitKmh) implements Finding {}

    /** With the highest speed. */
    record OverspeedEnded(Sighting seen, Instant since, double speedKmh, double limitKmh) implements Finding {}

    record CorridorLeft(Sighting seen, double offCorridorMetres) implements Finding {}

    /** With the farthest that it was off. */
    record CorridorRejoined(Sighting seen, Instant since, double offCorridorMetres) implements Finding {}

    /** It moves away from where it should go. */
    record WrongDirection(Sighting seen) implements Finding {}

    record CommsLost(Sighting seen, Instant since) implements Finding {}

    record CommsRestored(Sighting seen, Instant since) implements Finding {}

    record SealOpened(Sighting seen, @Nullable String sealNumber) implements Finding {}

    record SealClosed(Sighting seen, @Nullable String sealNumber) implements Finding {}

    record SealTampered(Sighting seen, @Nullable String sealNumber) implements Finding {}

    /** It waits at its border post: asks the inspector to say so. */
    record BorderArrivalProposed(Sighting seen, String geofence) implements Finding {}

    record ArrivalEstimated(Sighting seen, Instant arrivalAt, long remainingMetres) implements Finding {}
}
