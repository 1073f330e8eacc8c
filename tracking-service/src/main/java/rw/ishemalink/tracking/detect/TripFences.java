package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.geofence.BorderPosts;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.trip.TripKind;

/**
 * The geofences that matter to a trip: where it is picked up; from the pick-up on also where it goes, the districts of
 * places known as points, and for an export every border post.
 */
final class TripFences {

    static final String PICKUP = "pickup";
    static final String DESTINATION = "destination";
    private static final String BORDER = "border:";
    private static final String DISTRICT = "district:";

    private final double pointRadiusMetres;
    private final List<Geofence> borders;

    TripFences(Thresholds thresholds) {
        this.pointRadiusMetres = thresholds.pointRadiusMetres();
        this.borders = BorderPosts.listAll().stream()
                .map(post -> new Geofence(border(post.name()), post.place(), thresholds.borderRadiusMetres()))
                .toList();
    }

    static String border(String post) {
        return BORDER + post;
    }

    List<Geofence> listAt(TripPlan plan, Instant at) {
        List<Geofence> fences = new ArrayList<>();
        place(PICKUP, plan.pickup(), plan.originDistrict()).ifPresent(fences::add);
        if (plan.isPickedUp(at)) {
            plan.pickup().flatMap(_ -> district(plan.originDistrict())).ifPresent(fences::add);
            if (isDestinationKnown(plan)) {
                place(DESTINATION, plan.destination(), plan.destinationDistrict())
                        .ifPresent(fences::add);
            }
            plan.destination()
                    .flatMap(_ -> district(plan.destinationDistrict()))
                    .filter(district -> !fences.contains(district))
                    .ifPresent(fences::add);
            if (plan.kind() == TripKind.CARGO_INTERNATIONAL) {
                fences.addAll(borders);
            }
        }
        return fences;
    }

    /** Within one district a trip is not at its destination because it is in the district. */
    private static boolean isDestinationKnown(TripPlan plan) {
        return plan.destination().isPresent() || !plan.destinationDistrict().equals(plan.originDistrict());
    }

    private Optional<Geofence> place(String name, Optional<GeoPoint> point, Optional<String> district) {
        return point.map(place -> new Geofence(name, place, pointRadiusMetres))
                .or(() -> district.flatMap(Districts::find)
                        .map(circle -> new Geofence(name, circle.centre(), circle.radiusMetres())));
    }

    private static Optional<Geofence> district(Optional<String> code) {
        return code.flatMap(Districts::find)
                .map(circle -> new Geofence(DISTRICT + code.get(), circle.centre(), circle.radiusMetres()));
    }
}
