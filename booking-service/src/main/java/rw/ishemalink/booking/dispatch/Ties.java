package rw.ishemalink.booking.dispatch;

/**
 * What binds a driver, or stands between driver and booking.
 *
 * @param busy on a trip, asked for one, or with an offer to answer
 * @param refusedBefore declined this booking, or let its offer expire
 * @param dispatchRefused compliance refused this driver for this booking
 */
public record Ties(boolean busy, boolean refusedBefore, boolean dispatchRefused) {

    public static final Ties NONE = new Ties(false, false, false);
}
