package rw.ishemalink.booking.quote.api;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.Journey;
import rw.ishemalink.booking.terms.Place;

/**
 * Tells a journey that leads nowhere. A ride: its points are less than 50 m apart, which is within the error of a
 * phone's position. Cargo: one district, and neither points nor labels that tell two places in it apart; points, where
 * both places have one, say more than labels.
 */
final class SamePlace {

    private static final double NEAR_METRES = 50;

    private SamePlace() {}

    static boolean isBothEndsOf(Journey journey) {
        Place from = journey.from().place();
        Place to = journey.to().place();
        return switch (journey) {
            case Journey.Ride ride ->
                ride.from().measuredAt().metresTo(ride.to().measuredAt()) < NEAR_METRES;
            case Journey.Domestic _ ->
                from.district() != null && from.district().equals(to.district()) && isOne(from, to);
            case Journey.Export _ -> false;
        };
    }

    private static boolean isOne(Place from, Place to) {
        GeoPoint start = point(from);
        GeoPoint end = point(to);
        if (start == null || end == null) {
            return from.label().strip().equalsIgnoreCase(to.label().strip());
        }
        return start.metresTo(end) < NEAR_METRES;
    }

    private static @Nullable GeoPoint point(Place place) {
        return place.latitude() == null || place.longitude() == null
                ? null
                : new GeoPoint(place.latitude(), place.longitude());
    }
}
