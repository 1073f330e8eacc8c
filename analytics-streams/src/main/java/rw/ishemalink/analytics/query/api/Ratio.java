package rw.ishemalink.analytics.query.api;

import org.jspecify.annotations.Nullable;

/** Parts of a whole, to four places. */
public final class Ratio {

    private static final double PLACES = 10_000;

    private Ratio() {}

    /** Which part of the whole it is, 0 … 1; null of nothing. */
    public static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : rounded((double) part / whole);
    }

    /** By which part it has grown, e.g. -0.25 from 4 to 3; null from nothing. */
    static @Nullable Double change(long before, long now) {
        return before == 0 ? null : rounded((double) (now - before) / before);
    }

    /** To four places. */
    static double rounded(double ratio) {
        return Math.round(ratio * PLACES) / PLACES;
    }
}
