package rw.ishemalink.tracking.detect;

import java.time.Instant;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/** Where it was when. */
public record Sighting(GeoPoint point, Instant at) {

    static Sighting of(Position position) {
        return new Sighting(position.point(), position.recordedAt());
    }
}
