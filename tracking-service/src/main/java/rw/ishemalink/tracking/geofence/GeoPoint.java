package rw.ishemalink.tracking.geofence;

/** A point on Earth, WGS 84 degrees. */
public record GeoPoint(double latitude, double longitude) {

    /** Mean radius of the Earth (IUGG). */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** The great-circle distance (haversine), good to 0.5 %. */
    public double distanceMetresTo(GeoPoint other) {
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(other.latitude);
        double a = haversine(otherPhi - phi)
                + Math.cos(phi) * Math.cos(otherPhi) * haversine(Math.toRadians(other.longitude - longitude));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double haversine(double angle) {
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }
}
