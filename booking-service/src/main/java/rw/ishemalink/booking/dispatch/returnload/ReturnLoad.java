package rw.ishemalink.booking.dispatch.returnload;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;

/**
 * A load for the way home.
 *
 * @param pickUpMetres from the trip's end to the pick-up, great circle
 * @param extraMetres how much longer the way home becomes, great circle
 */
public record ReturnLoad(OpenLoad load, long pickUpMetres, long extraMetres) {

    /** What is earned most cheaply first; of two alike, always the same one first. */
    static final Comparator<ReturnLoad> ORDER = comparingLong(ReturnLoad::rwfPerExtraKm)
            .reversed()
            .thenComparing(comparing(one -> one.load().bookingId()));

    static ReturnLoad of(WayHome way, OpenLoad load) {
        return new ReturnLoad(
                load, Math.round(way.metresToPickUp(load.route())), Math.round(way.extraMetres(load.route())));
    }

    /** Whole francs of the price for each kilometre that the way home becomes longer; one that costs less than a kilometre counts as one. */
    public long rwfPerExtraKm() {
        return load.priceRwf() * 1_000 / Math.max(1_000, extraMetres);
    }
}
