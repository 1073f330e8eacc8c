package rw.ishemalink.analytics.cube;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long things took, counted in buckets each 3 % wider than the one before, so that a quantile of any sum of them is
 * good to 1.5 %. What was added can be taken away again, and two can be added up. Immutable.
 *
 * @param counts how many by bucket; none is 0
 */
public record Durations(SortedMap<Integer, Long> counts) {

    /** None. */
    public static final Durations NONE = new Durations(new TreeMap<>());

    private static final double GROWTH = Math.log(1.03);
    private static final long SHORTEST_SECONDS = 1;

    public Durations {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** One that took so long; shorter than a second counts as one. */
    public static Durations of(Duration taken) {
        return new Durations(new TreeMap<>(Map.of(bucket(taken), 1L)));
    }

    private static int bucket(Duration taken) {
        return (int) Math.floor(Math.log(Math.max(SHORTEST_SECONDS, taken.toSeconds())) / GROWTH);
    }

    /** Both together. */
    public Durations plus(Durations other) {
        if (counts.isEmpty() || other.counts.isEmpty()) {
            return counts.isEmpty() ? other : this;
        }
        SortedMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> sum.merge(bucket, count, Durations::addUp));
        return new Durations(sum);
    }

    @SuppressWarnings("NullAway") // A merge that answers null takes the entry away.
    private static Long addUp(long one, long other) {
        long sum = Math.addExact(one, other);
        return sum == 0 ? null : sum;
    }

    /** What takes these away when it is added. */
    public Durations negative() {
        SortedMap<Integer, Long> negative = new TreeMap<>();
        counts.forEach((bucket, count) -> negative.put(bucket, -count));
        return new Durations(negative);
    }

    /** How many. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What that part of them took at most, e.g. 0.9: nine of ten; the middle of its bucket. Empty when there are none.
     */
    public Optional<Duration> quantile(double part) {
        long wanted = Math.max(1, (long) Math.ceil(part * count()));
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return Optional.of(middle(entry.getKey()));
            }
        }
        return Optional.empty();
    }

    private static Duration middle(int bucket) {
        return Duration.ofSeconds(Math.round(Math.exp((bucket + 0.5) * GROWTH)));
    }
}
