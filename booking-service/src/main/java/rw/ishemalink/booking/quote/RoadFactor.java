package rw.ishemalink.booking.quote;

/**
 * How much longer the road is than the great circle. Rwanda's roads wind: Kigali–Huye is 1.6 times the great circle,
 * Kigali–Kampala 1.3; tariffs take a mean.
 *
 * @param percent 140 means 1.4 times
 */
public record RoadFactor(int percent) {

    public RoadFactor {
        if (percent < 100) {
            throw new IllegalArgumentException("no road is shorter than the great circle: " + percent + " %");
        }
    }

    /** Length of the road between the two, whole metres. */
    public long roadMetres(GeoPoint from, GeoPoint to) {
        return Math.round(from.metresTo(to) * percent / 100);
    }
}
