package rw.ishemalink.analytics.standings;

import java.util.Comparator;
import rw.ishemalink.analytics.booking.Share;

/**
 * What is counted for one entry of a board. Deliveries and weight count once the booking is delivered, revenue once it
 * is paid.
 */
public record Tally(long deliveries, long weightKg, long revenueFrancs) {

    /** Nothing. */
    public static final Tally ZERO = new Tally(0, 0, 0);

    /** The better first: more deliveries, then more revenue. */
    public static final Comparator<Tally> BEST_FIRST = Comparator.comparingLong(Tally::deliveries)
            .thenComparingLong(Tally::revenueFrancs)
            .reversed();

    static Tally of(Share share) {
        return new Tally(share.delivered() ? 1 : 0, share.delivered() ? share.weightKg() : 0, share.totalFrancs());
    }

    Tally plus(Tally other) {
        return new Tally(
                Math.addExact(deliveries, other.deliveries),
                Math.addExact(weightKg, other.weightKg),
                Math.addExact(revenueFrancs, other.revenueFrancs));
    }

    Tally negative() {
        return new Tally(-deliveries, -weightKg, -revenueFrancs);
    }
}
