package rw.ishemalink.tracking.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.BorderPosts;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.trip.TripKind;

/** The geofences that matter to a trip: every border post for an export, and the destination for all. */
public final class TripGeofences {

    private static final String DESTINATION = "destination";

    private TripGeofences() {}

    /** How large border posts and destinations are. */
    public record Radii(double borderMetres, double pointMetres) {}

    /**
     * The geofences.
     *
     * @param point the destination as a point, where it is known as one
     * @param district the destination's district code, where it has one
     */
    public static List<Geofence> of(TripKind kind, Optional<GeoPoint> point, @Nullable String district, Radii radii) {
        Stream<Geofence> borders =
                switch (kind) {
                    case CARGO_INTERNATIONAL ->
                        BorderPosts.listAll().stream()
                                .map(post -> new Geofence("border:" + post.name(), post.place(), radii.borderMetres()));
                    case CARGO_DOMESTIC, RIDE, TICKET -> Stream.empty();
                };
        Optional<Geofence> destination = point.map(place -> new Geofence(DESTINATION, place, radii.pointMetres()))
                .or(() -> Optional.ofNullable(district)
                        .flatMap(Districts::find)
                        .map(circle -> new Geofence(DESTINATION, circle.centre(), circle.radiusMetres())));
        return Stream.concat(borders, destination.stream()).toList();
    }
}
