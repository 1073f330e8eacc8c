package rw.ishemalink.analytics.query;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of one question. */
public record Answer<T>(List<Part<T>> parts, int partitionsInAll) {

    public Answer {
        parts = List.copyOf(parts);
    }

    /** All rows of all parts; what several parts say of the same thing is not yet added up. */
    public List<T> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** Whether every partition is in it. */
    public boolean complete() {
        return partitions().size() >= partitionsInAll;
    }

    /** Whether no partition is in it. */
    public boolean isNothing() {
        return partitions().isEmpty();
    }

    /** Time of the latest event in it, if there was one. */
    public Optional<Instant> findAsOf() {
        long millis = parts.stream().mapToLong(Part::countedUpToMillis).max().orElse(0);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** How far the slowest part is behind. */
    public long lagMillis() {
        return parts.stream().mapToLong(Part::lagMillis).max().orElse(0);
    }

    private Set<Integer> partitions() {
        Set<Integer> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.partitions()));
        return all;
    }
}
