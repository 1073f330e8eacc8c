package rw.ishemalink.tracking.geofence;

/**
 * A circle on the map.
 *
 * @param name e.g. {@code border:Gatuna} or {@code destination}
 */
public record Geofence(String name, GeoPoint centre, double radiusMetres) {

    /** Leaving takes a fifth more than entering, so that a fix that wanders at the edge is not in and out. */
    private static final double LEAVING_FACTOR = 1.2;

    /** A little less than a degree of latitude has: tells what is far without trigonometry. */
    private static final double METRES_PER_DEGREE = 111_000;

    /** Whether the point is inside, given whether the one before was. */
    public boolean holds(GeoPoint point, boolean wasInside) {
        double limitMetres = wasInside ? radiusMetres * LEAVING_FACTOR : radiusMetres;
        return Math.abs(centre.latitude() - point.latitude()) * METRES_PER_DEGREE <= limitMetres
                && centre.distanceMetresTo(point) <= limitMetres;
    }
}
