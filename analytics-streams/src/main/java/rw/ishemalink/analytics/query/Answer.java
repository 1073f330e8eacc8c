package rw.ishemalink.analytics.query;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of one question, each partition once.
 *
 * @param wanted the partitions without which it is not complete
 */
public record Answer<T>(List<Part<T>> parts, Set<Integer> wanted) {

    public Answer {
        parts = List.copyOf(parts);
        wanted = Set.copyOf(wanted);
    }

    /** The best part of each partition: two instances may both have it while it moves. */
    static <T> Answer<T> ofBest(Collection<Part<T>> parts, Set<Integer> wanted) {
        Map<Integer, Part<T>> best = new HashMap<>();
        for (Part<T> part : parts) {
            if (wanted.contains(part.partition())) {
                best.merge(part.partition(), part, (one, other) -> other.isBetterThan(one) ? other : one);
            }
        }
        return new Answer<>(List.copyOf(best.values()), wanted);
    }

    /** All rows of all parts; what several parts say of the same thing is not yet added up. */
    public List<T> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** Whether every partition is in it. */
    public boolean complete() {
        return parts.size() == wanted.size();
    }

    /** Whether no partition is in it. */
    public boolean isNothing() {
        return parts.isEmpty();
    }

    /** How fresh it is. */
    public Freshness freshness() {
        long asOf = parts.stream().mapToLong(Part::countedUpToMillis).max().orElse(0);
        return new Freshness(
                asOf == 0 ? null : Instant.ofEpochMilli(asOf),
                parts.stream().mapToLong(Part::lagMillis).max().orElse(0),
                complete(),
                parts.stream().anyMatch(part -> !part.active()));
    }
}
