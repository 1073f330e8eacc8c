package rw.ishemalink.local.story;

import java.util.Map;

/** A place on the map, WGS 84 degrees, and what people call it. */
public record Point(double latitude, double longitude, String label) {

    /** As a wish names a place. */
    Map<String, ?> toPlace() {
        return Map.of("latitude", latitude, "longitude", longitude, "label", label);
    }
}
