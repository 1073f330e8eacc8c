package rw.ishemalink.booking.quote.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.util.Locale;
import java.util.stream.Collectors;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.Journey;
import rw.ishemalink.booking.quote.Neighbour;
import rw.ishemalink.booking.quote.Site;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;
import rw.ishemalink.booking.terms.Place;

/**
 * Reads a request as a journey that can be priced, or says what to mend.
 *
 * @param gazetteer the places and goods that have a name
 */
public record JourneyReader(Gazetteer gazetteer) {

    private static final String RWANDA = "RW";

    /** Rwanda's bounding box, WGS 84 (boundaries of the National Institute of Statistics). */
    private static final GeoPoint SOUTH_WEST = new GeoPoint(-2.840, 28.862);

    private static final GeoPoint NORTH_EAST = new GeoPoint(-1.047, 30.900);

    /** The journey that the request describes. */
    public Journey read(QuoteRequest request) {
        return switch (request.kind()) {
            case CARGO_DOMESTIC ->
                new Journey.Domestic(district(request.origin()), district(request.destination()), cargo(request));
            case CARGO_INTERNATIONAL ->
                new Journey.Export(
                        district(request.origin()),
                        neighbour(request.destination()),
                        borderPost(request),
                        cargo(request));
            case RIDE -> new Journey.Ride(point(request.origin()), point(request.destination()));
        };
    }

    private Site district(PlaceRequest request) {
        String wanted = request.district();
        if (wanted == null) {
            throw badRequest("district-needed");
        }
        District district = gazetteer.findDistrict(wanted).orElseThrow(() -> badRequest("unknown-district", wanted));
        String label = request.label() == null ? district.name() : request.label();
        return new Site(
                new Place(district.code(), RWANDA, request.latitude(), request.longitude(), label),
                district.centroid());
    }

    private Site neighbour(PlaceRequest request) {
        String wanted = request.country() == null ? RWANDA : request.country().toUpperCase(Locale.ROOT);
        Neighbour neighbour = gazetteer
                .findNeighbour(wanted)
                .orElseThrow(() -> badRequest(
                        "unknown-country",
                        wanted,
                        gazetteer.neighbours().stream().map(Neighbour::country).collect(Collectors.joining(", "))));
        String label = request.label() == null ? neighbour.town() : request.label();
        return new Site(
                new Place(null, neighbour.country(), request.latitude(), request.longitude(), label),
                neighbour.townCentre());
    }

    private String borderPost(QuoteRequest request) {
        String wanted = request.borderPost() == null ? "-" : request.borderPost();
        return gazetteer
                .findBorderPost(wanted)
                .orElseThrow(
                        () -> badRequest("unknown-border-post", wanted, String.join(", ", gazetteer.borderPosts())));
    }

    private Cargo cargo(QuoteRequest request) {
        if (request.commodity() == null || request.weightKg() == null) {
            throw badRequest("cargo-needed");
        }
        String wanted = request.commodity();
        Commodity commodity = gazetteer
                .findCommodity(wanted)
                .orElseThrow(() -> badRequest(
                        "unknown-commodity",
                        wanted,
                        gazetteer.commodities().stream().map(Commodity::code).collect(Collectors.joining(", "))));
        int packages = request.packages() == null ? 1 : request.packages();
        return Cargo.of(
                new Parcel(commodity.code(), commodity.hsCode(), commodity.perishable(), request.weightKg(), packages));
    }

    private static Site point(PlaceRequest request) {
        if (request.latitude() == null || request.longitude() == null) {
            throw badRequest("point-needed");
        }
        GeoPoint point = new GeoPoint(request.latitude(), request.longitude());
        if (!isInRwanda(point)) {
            throw badRequest("point-outside-rwanda");
        }
        String label = request.label() == null
                ? String.format(Locale.ROOT, "%.4f, %.4f", point.latitude(), point.longitude())
                : request.label();
        return new Site(new Place(null, RWANDA, point.latitude(), point.longitude(), label), point);
    }

    private static boolean isInRwanda(GeoPoint point) {
        return point.latitude() >= SOUTH_WEST.latitude()
                && point.latitude() <= NORTH_EAST.latitude()
                && point.longitude() >= SOUTH_WEST.longitude()
                && point.longitude() <= NORTH_EAST.longitude();
    }
}
