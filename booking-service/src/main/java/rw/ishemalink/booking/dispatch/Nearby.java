package rw.ishemalink.booking.dispatch;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.UUID;
import rw.ishemalink.booking.fleet.Driver;

/**
 * A driver and how far away.
 *
 * @param metres great circle
 */
public record Nearby(Driver driver, Fix fix, double metres) {

    /** Nearest first; of two as near, always the same one first. */
    static final Comparator<Nearby> ORDER = comparingDouble(Nearby::metres).thenComparing(comparing(Nearby::driverId));

    public UUID driverId() {
        return driver.driverId();
    }

    /** Whole metres, for people and tables. */
    public long wholeMetres() {
        return Math.round(metres);
    }
}
