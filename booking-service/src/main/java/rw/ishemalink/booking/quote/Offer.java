package rw.ishemalink.booking.quote;

import java.util.List;
import rw.ishemalink.booking.terms.Terms;

/** A journey with its price, and what the price is made of. */
public record Offer(Terms terms, List<FareLine> lines) {

    public Offer {
        lines = List.copyOf(lines);
    }
}
