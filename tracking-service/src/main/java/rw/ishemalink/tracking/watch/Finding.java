package rw.ishemalink.tracking.watch;

import rw.ishemalink.tracking.position.Position;

/** Something that a position shows. */
public sealed interface Finding {

    Position position();

    record TripStarted(Position position) implements Finding {}

    record GeofenceEntered(Position position, String geofence) implements Finding {}

    record GeofenceLeft(Position position, String geofence) implements Finding {}
}
