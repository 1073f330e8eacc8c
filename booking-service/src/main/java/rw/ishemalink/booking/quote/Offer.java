package rw.ishemalink.booking.quote;

import java.util.List;
import rw.ishemalink.booking.terms.Terms;

/**
 * A journey with its price, and what the price is made of.
 *
 * @param tariffSource the policy behind the tariff, as it was named when the offer was made
 */
public record Offer(Terms terms, String tariffSource, List<FareLine> lines) {

    public Offer {
        lines = List.copyOf(lines);
    }
}
