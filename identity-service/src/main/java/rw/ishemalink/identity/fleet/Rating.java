package rw.ishemalink.identity.fleet;

import java.util.Optional;

/**
 * What senders think of a driver.
 *
 * @param hundredths the mean in hundredths of a star, rounded half-up: 463 is 4.63
 * @param count how many ratings there were; at least 1
 */
public record Rating(int hundredths, long count) {

    private static final long HUNDRED = 100;

    /** The mean of ratings that were added up; empty when there was none yet. */
    static Optional<Rating> of(long stars, long count) {
        if (count == 0) {
            return Optional.empty();
        }
        long mean = (2 * HUNDRED * stars + count) / (2 * count);
        return Optional.of(new Rating(Math.toIntExact(mean), count));
    }
}
