package rw.ishemalink.analytics.revenue;

import com.fasterxml.jackson.annotation.JsonProperty;
import rw.ishemalink.analytics.booking.Share;

/**
 * Money earned, in whole francs.
 *
 * @param bookings how many paid bookings it comes from
 * @param gross what was paid
 * @param vat the VAT inside it
 */
public record Revenue(long bookings, long gross, long vat) {

    /** Nothing. */
    public static final Revenue ZERO = new Revenue(0, 0, 0);

    static Revenue of(Share share) {
        return new Revenue(1, share.totalFrancs(), share.vatFrancs());
    }

    /** What is left when the VAT is paid. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long net() {
        return Math.subtractExact(gross, vat);
    }

    /** Both together. */
    public Revenue plus(Revenue other) {
        return new Revenue(
                Math.addExact(bookings, other.bookings),
                Math.addExact(gross, other.gross),
                Math.addExact(vat, other.vat));
    }

    Revenue negative() {
        return new Revenue(-bookings, -gross, -vat);
    }
}
