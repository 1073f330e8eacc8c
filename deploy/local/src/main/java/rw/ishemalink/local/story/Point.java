package rw.ishemalink.local.story;

import java.util.Map;

/** A place on the map, WGS 84 degrees, and what people call it. */
public record Point(double latitude, double longitude, String label) {

    /** A degree of latitude; so near the equator a degree of longitude is as long, to a thousandth. */
    private static final double METRES_PER_DEGREE = 111_195;

    /** As a wish names a place. */
    Map<String, ?> toPlace() {
        return Map.of("latitude", latitude, "longitude", longitude, "label", label);
    }

    /** The same for goods, which are priced by district. */
    Map<String, ?> toPlace(String district) {
        return Map.of("district", district, "latitude", latitude, "longitude", longitude, "label", label);
    }

    /** As the crow flies; good enough within Rwanda. */
    public double metresTo(Point other) {
        return Math.hypot(latitude - other.latitude, longitude - other.longitude) * METRES_PER_DEGREE;
    }

    /** So much of the straight way to the other, from 0 to 1. */
    Point towards(Point other, double part) {
        return new Point(
                latitude + (other.latitude - latitude) * part,
                longitude + (other.longitude - longitude) * part,
                other.label);
    }
}
