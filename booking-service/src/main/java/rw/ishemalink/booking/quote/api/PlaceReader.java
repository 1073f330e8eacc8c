package rw.ishemalink.booking.quote.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.Neighbour;
import rw.ishemalink.booking.quote.Site;
import rw.ishemalink.booking.terms.Place;

/** Reads the places of a request, or says what to mend. */
record PlaceReader(Gazetteer gazetteer) {

    private static final String RWANDA = "RW";

    /** Rwanda's bounding box, WGS 84 (boundaries of the National Institute of Statistics). */
    private static final GeoPoint SOUTH_WEST = new GeoPoint(-2.840, 28.862);

    private static final GeoPoint NORTH_EAST = new GeoPoint(-1.047, 30.900);

    /** A place that is known by its district. */
    Site district(PlaceRequest request) {
        String wanted = request.district();
        if (wanted == null) {
            throw badRequest("district-needed");
        }
        District district = gazetteer.findDistrict(wanted).orElseThrow(() -> badRequest("unknown-district", wanted));
        if (request.country() != null && !request.country().equalsIgnoreCase(RWANDA)) {
            throw badRequest("district-abroad", district.name(), request.country());
        }
        findPointInRwanda(request);
        return new Site(place(request, district.code(), RWANDA, district.name()), district.centroid());
    }

    /** The country that a place abroad is in. */
    Neighbour neighbour(PlaceRequest request) {
        String wanted = request.country() == null ? RWANDA : request.country().toUpperCase(Locale.ROOT);
        Neighbour neighbour =
                gazetteer.findNeighbour(wanted).orElseThrow(() -> badRequest("unknown-country", wanted, countries()));
        if (request.district() != null) {
            throw badRequest("district-abroad", request.district(), wanted);
        }
        return neighbour;
    }

    /** A place abroad. */
    Site abroad(PlaceRequest request, Neighbour neighbour) {
        findPoint(request);
        return new Site(place(request, null, neighbour.country(), neighbour.town()), neighbour.townCentre());
    }

    /** A place that is known by its point. */
    Site point(PlaceRequest request) {
        GeoPoint point = findPointInRwanda(request);
        if (point == null) {
            throw badRequest("point-needed");
        }
        String otherwise = String.format(Locale.ROOT, "%.4f, %.4f", point.latitude(), point.longitude());
        return new Site(place(request, null, RWANDA, otherwise), point);
    }

    private static Place place(PlaceRequest request, @Nullable String district, String country, String otherwise) {
        String label = request.label() == null || request.label().isBlank() ? otherwise : request.label();
        return new Place(district, country, request.latitude(), request.longitude(), label);
    }

    private static @Nullable GeoPoint findPointInRwanda(PlaceRequest request) {
        GeoPoint point = findPoint(request);
        if (point != null && !isInRwanda(point)) {
            throw badRequest("point-outside-rwanda");
        }
        return point;
    }

    private static @Nullable GeoPoint findPoint(PlaceRequest request) {
        if (request.latitude() == null && request.longitude() == null) {
            return null;
        }
        if (request.latitude() == null || request.longitude() == null) {
            throw badRequest("point-half");
        }
        return new GeoPoint(request.latitude(), request.longitude());
    }

    private static boolean isInRwanda(GeoPoint point) {
        return point.latitude() >= SOUTH_WEST.latitude()
                && point.latitude() <= NORTH_EAST.latitude()
                && point.longitude() >= SOUTH_WEST.longitude()
                && point.longitude() <= NORTH_EAST.longitude();
    }

    private String countries() {
        return gazetteer.neighbours().stream().map(Neighbour::country).collect(Collectors.joining(", "));
    }
}
