package rw.ishemalink.booking.quote;

/**
 * One of Rwanda's 30 districts.
 *
 * @param code 11…57 of the National Institute of Statistics
 */
public record District(String code, String name, GeoPoint centroid) {}
