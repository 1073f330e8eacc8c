package rw.ishemalink.booking.dispatch;

import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.Neighbour;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Terms;

/** The point of a place: the one that was given, else the district's centroid, else the neighbour's main town. */
public record Whereabouts(Gazetteer gazetteer) {

    public Route of(Terms terms) {
        return new Route(of(terms.origin()), of(terms.destination()));
    }

    /**
     * The point to measure from.
     *
     * @throws IllegalStateException when the place names nothing known; quotes take no such place
     */
    GeoPoint of(Place place) {
        if (place.latitude() != null && place.longitude() != null) {
            return new GeoPoint(place.latitude(), place.longitude());
        }
        return place.district() == null ? town(place.country()) : centroid(place.district());
    }

    private GeoPoint centroid(String district) {
        return gazetteer
                .findDistrict(district)
                .map(District::centroid)
                .orElseThrow(() -> new IllegalStateException("no district " + district));
    }

    private GeoPoint town(String country) {
        return gazetteer
                .findNeighbour(country)
                .map(Neighbour::townCentre)
                .orElseThrow(() -> new IllegalStateException("no neighbour " + country));
    }
}
