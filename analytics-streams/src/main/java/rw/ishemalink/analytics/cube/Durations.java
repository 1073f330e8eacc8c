package rw.ishemalink.analytics.cube;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long things took, counted in buckets each 3 % wider than the one before, so that a quantile of any sum of them is
 * good to 1.5 %. What was added can be taken away again, and two can be added up. Immutable.
 */
public final class Durations {

    /** None. */
    public static final Durations NONE = new Durations(new int[0], new long[0]);

    private static final double GROWTH = Math.log(1.03);
    private static final long SHORTEST_SECONDS = 1;

    /** Ascending; none of the counts is 0. */
    private final int[] buckets;

    private final long[] counts;

    private Durations(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
    }

    /** One that took so long; shorter than a second counts as one. */
    public static Durations of(Duration taken) {
        return new Durations(new int[] {bucket(taken)}, new long[] {1});
    }

    /** As {@link #buckets} and {@link #counts} gave them. */
    static Durations of(int[] buckets, long[] counts) {
        return buckets.length == 0 ? NONE : new Durations(buckets, counts);
    }

    private static int bucket(Duration taken) {
        return (int) Math.floor(Math.log((double) Math.max(SHORTEST_SECONDS, taken.toSeconds())) / GROWTH);
    }

    /** Both together. */
    public Durations plus(Durations other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        int[] both = new int[buckets.length + other.buckets.length];
        long[] sums = new long[both.length];
        int size = 0;
        int mine = 0;
        int its = 0;
        while (mine < buckets.length || its < other.buckets.length) {
            int next = Math.min(at(buckets, mine), at(other.buckets, its));
            long sum = 0;
            if (at(buckets, mine) == next) {
                sum = counts[mine++];
            }
            if (at(other.buckets, its) == next) {
                sum = Math.addExact(sum, other.counts[its++]);
            }
            if (sum != 0) {
                both[size] = next;
                sums[size++] = sum;
            }
        }
        return of(Arrays.copyOf(both, size), Arrays.copyOf(sums, size));
    }

    private static int at(int[] buckets, int place) {
        return place < buckets.length ? buckets[place] : Integer.MAX_VALUE;
    }

    /** What takes these away when it is added. */
    public Durations negative() {
        return of(buckets, Arrays.stream(counts).map(Math::negateExact).toArray());
    }

    /** Whether there are none. */
    public boolean isNone() {
        return buckets.length == 0;
    }

    /** How many. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /**
     * What that part of them took at most, e.g. 0.9: nine of ten; the middle of its bucket. Empty when there are none.
     */
    public Optional<Duration> quantile(double part) {
        long wanted = Math.max(1, (long) Math.ceil(part * count()));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Optional.of(middle(buckets[i]));
            }
        }
        return Optional.empty();
    }

    private static Duration middle(int bucket) {
        return Duration.ofSeconds(Math.round(Math.exp((bucket + 0.5) * GROWTH)));
    }

    int[] buckets() {
        return buckets.clone();
    }

    long[] counts() {
        return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations durations
                && Arrays.equals(buckets, durations.buckets)
                && Arrays.equals(counts, durations.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count() + " durations";
    }
}
