package rw.ishemalink.gateway.limit;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this instance took out of one bucket and has not spent yet. Spending is all that most requests do; an empty bucket
 * is not asked again before it can have something. Safe for many threads.
 */
final class Purse {

    private static final double NANOS_PER_SECOND = 1e9;

    private final BucketKey key;
    private int held;
    private double leftInBucket;
    private long emptyUntilNanos;
    private long goodUntilNanos;
    private @Nullable Bucket own;

    Purse(BucketKey key, long nowNanos) {
        this.key = key;
        this.emptyUntilNanos = nowNanos;
        this.goodUntilNanos = nowNanos;
    }

    BucketKey key() {
        return key;
    }

    /** Spends one, or says that there is none; empty: the bucket must be asked. */
    synchronized Optional<Verdict> spend(long nowNanos) {
        if (held > 0 && nowNanos - goodUntilNanos < 0) {
            held--;
            double missing = key.allowance().requests() - leftInBucket - held;
            return Optional.of(new Verdict(true, key, held + (long) leftInBucket, timeFor(missing)));
        }
        if (nowNanos - emptyUntilNanos < 0) {
            return Optional.of(new Verdict(false, key, 0, Duration.ofNanos(emptyUntilNanos - nowNanos)));
        }
        return Optional.empty();
    }

    /** Puts in what the bucket gave; what is not spent in the bucket's time would have come back to it anyway. */
    synchronized void put(Taken taken, long nowNanos) {
        held = taken.granted();
        leftInBucket = taken.left();
        goodUntilNanos = nowNanos + key.allowance().per().toNanos();
        if (taken.granted() == 0) {
            emptyUntilNanos = nowNanos + timeFor(1 - taken.left()).toNanos();
        }
    }

    /** The same out of a bucket of this instance alone. */
    synchronized void putOwn(long nowNanos) {
        if (own == null) {
            own = new Bucket(key.allowance(), nowNanos);
        }
        put(own.take(key.allowance().lump(), nowNanos), nowNanos);
    }

    private Duration timeFor(double requests) {
        return Duration.ofNanos((long) (Math.max(0, requests) / key.allowance().perSecond() * NANOS_PER_SECOND));
    }
}
