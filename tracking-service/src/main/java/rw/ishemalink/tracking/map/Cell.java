package rw.ishemalink.tracking.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.live.Glance;

/**
 * The vehicles of one hexagon.
 *
 * @param id as H3 writes it
 * @param moving how many say that they move
 * @param middle the mean of their places
 * @param only the vehicle, where there is only one
 */
public record Cell(
        String id,
        int vehicles,
        int moving,
        GeoPoint middle,
        @Nullable Single only) {

    /** A vehicle alone. */
    public record Single(UUID vehicleId, Glance glance) {}
}
