package rw.ishemalink.booking.quote;

import rw.ishemalink.booking.terms.Place;

/**
 * A place that can be priced.
 *
 * @param measuredAt from where distances count: the district's centroid, the neighbour's main town or the point itself
 */
public record Site(Place place, GeoPoint measuredAt) {}
