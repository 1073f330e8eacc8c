package rw.ishemalink.booking.quote;

/** A point on the earth, WGS 84 degrees. */
public record GeoPoint(double latitude, double longitude) {

    /** Mean radius of the earth (IUGG R1), metres. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Length of the great circle between the two, metres (haversine formula). */
    public double metresTo(GeoPoint other) {
        double halfLatitude = Math.toRadians(other.latitude - latitude) / 2;
        double halfLongitude = Math.toRadians(other.longitude - longitude) / 2;
        double chord = square(Math.sin(halfLatitude))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(halfLongitude));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static double square(double value) {
        return value * value;
    }
}
