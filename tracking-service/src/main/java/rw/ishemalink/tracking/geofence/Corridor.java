package rw.ishemalink.tracking.geofence;

import java.util.List;

/**
 * A line through places, from where a load may come to where it must go.
 *
 * @param places at least two
 */
public record Corridor(List<GeoPoint> places) {

    /** A degree of latitude on a sphere of the Earth's mean radius. */
    private static final double METRES_PER_DEGREE = 111_195;

    public Corridor {
        places = List.copyOf(places);
        if (places.size() < 2) {
            throw new IllegalArgumentException("a corridor has two ends");
        }
    }

    /**
     * Where a point is, seen from a corridor.
     *
     * @param metres how far off its line
     * @param beyond whether it lies past the end
     */
    public record Offset(double metres, boolean beyond) {}

    /** On a plane around the point: good to 1 % within 100 km. */
    public Offset locate(GeoPoint point) {
        double nearest = Double.POSITIVE_INFINITY;
        boolean beyond = false;
        double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(point.latitude()));
        double x = (places.getFirst().longitude() - point.longitude()) * east;
        double y = (places.getFirst().latitude() - point.latitude()) * METRES_PER_DEGREE;
        for (int next = 1; next < places.size(); next++) {
            double nextX = (places.get(next).longitude() - point.longitude()) * east;
            double nextY = (places.get(next).latitude() - point.latitude()) * METRES_PER_DEGREE;
            double share = share(x, y, nextX, nextY);
            double within = Math.clamp(share, 0, 1);
            double metres = Math.hypot(x + within * (nextX - x), y + within * (nextY - y));
            if (metres <= nearest) {
                nearest = metres;
                beyond = share > 1 && next == places.size() - 1;
            }
            x = nextX;
            y = nextY;
        }
        return new Offset(nearest, beyond);
    }

    /** How far along the stretch the foot of the perpendicular from the origin lies: 0 at its start, 1 at its end. */
    private static double share(double x, double y, double nextX, double nextY) {
        double dx = nextX - x;
        double dy = nextY - y;
        double square = dx * dx + dy * dy;
        return square == 0 ? 0 : -(x * dx + y * dy) / square;
    }
}
