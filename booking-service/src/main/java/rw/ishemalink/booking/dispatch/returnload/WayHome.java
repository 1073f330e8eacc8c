package rw.ishemalink.booking.dispatch.returnload;

import rw.ishemalink.booking.dispatch.Route;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * The way back after a trip, empty. All lengths are great circles: their ratio is what counts, and roads wind on every
 * leg alike.
 *
 * @param end where the trip ends
 * @param home where it began: where the driver came from
 */
public record WayHome(GeoPoint end, GeoPoint home) {

    /** How far from the trip's end a load may be picked up: our choice, about an hour on Rwanda's roads. */
    public static final double PICK_UP_WITHIN_METRES = 40_000;

    /** How much longer the way home may become: our choice; beyond it a load is a trip of its own. */
    private static final double LONGEST_DETOUR = 0.30;

    /** How much longer the way home is with that load, in metres; never negative. */
    public double extraMetres(Route load) {
        double loaded = metresToPickUp(load)
                + load.pickUp().metresTo(load.dropOff())
                + load.dropOff().metresTo(home);
        return Math.max(0, loaded - emptyMetres());
    }

    public double metresToPickUp(Route load) {
        return end.metresTo(load.pickUp());
    }

    /** Whether the load begins near the trip's end and goes the driver's way. */
    public boolean passes(Route load) {
        return metresToPickUp(load) <= PICK_UP_WITHIN_METRES && extraMetres(load) <= LONGEST_DETOUR * emptyMetres();
    }

    private double emptyMetres() {
        return end.metresTo(home);
    }
}
