package rw.ishemalink.tracking.route;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * Many stops to be shared between some vehicles that start together.
 *
 * @param end where all vehicles go at last; they stay at their last stop if there is none
 * @param departAt in whole seconds, parts are cut off
 * @param capacitiesKg of each vehicle
 */
public record MultiDrop(
        GeoPoint start, Optional<GeoPoint> end, Instant departAt, List<Stop> stops, List<Integer> capacitiesKg) {

    public MultiDrop {
        departAt = departAt.truncatedTo(ChronoUnit.SECONDS);
        stops = List.copyOf(stops);
        capacitiesKg = List.copyOf(capacitiesKg);
    }
}
