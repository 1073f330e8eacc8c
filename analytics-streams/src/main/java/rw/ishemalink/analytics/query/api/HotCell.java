package rw.ishemalink.analytics.query.api;

import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * A cell of the map, the dearest first.
 *
 * @param cell H3, resolution 7, in hexadecimal digits
 * @param latitude of its middle
 */
record HotCell(String cell, double latitude, double longitude, long bookings, long grossFrancs) {

    static HotCell of(String cell, Sums sums, Grid grid) {
        Grid.Middle middle = grid.middle(cell);
        return new HotCell(
                cell, middle.latitude(), middle.longitude(), sums.get(Measure.BOOKINGS), sums.get(Measure.GROSS));
    }
}
