package rw.ishemalink.booking.quote;

/**
 * A country that goods are sent to.
 *
 * @param country ISO 3166-1 alpha-2
 * @param town the town that distances are measured to
 */
public record Neighbour(String country, String town, GeoPoint townCentre) {}
