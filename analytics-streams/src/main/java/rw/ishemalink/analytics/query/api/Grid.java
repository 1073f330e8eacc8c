package rw.ishemalink.analytics.query.api;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The cells into which H3 divides the map. */
@ApplicationScoped
public class Grid {

    private static final double MICRODEGREES = 1_000_000;

    private final H3Core h3;

    Grid() {
        try {
            this.h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("the library of the map's cells cannot be loaded", e);
        }
    }

    /** A cell's middle, in degrees to six places. */
    public record Middle(double latitude, double longitude) {}

    /** The middle of the cell of those hexadecimal digits. */
    public Middle middle(String cell) {
        LatLng middle = h3.cellToLatLng(cell);
        return new Middle(rounded(middle.lat), rounded(middle.lng));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * MICRODEGREES) / MICRODEGREES;
    }
}
