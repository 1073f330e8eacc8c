package rw.ishemalink.analytics.facts;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.Place;

/** The cells of the map in which places are counted. */
final class Grid {

    /** About 5 km²: coarse enough that a cell is nobody's door. */
    private static final int RESOLUTION = 7;

    private static final H3Core H3 = load();

    private Grid() {}

    /** The cell in which the place is; null where only its district is known. */
    static @Nullable Long cell(Place place) {
        Double latitude = place.getLatitude();
        Double longitude = place.getLongitude();
        return latitude == null || longitude == null ? null : H3.latLngToCell(latitude, longitude, RESOLUTION);
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("H3's native library cannot be unpacked", e);
        }
    }
}
