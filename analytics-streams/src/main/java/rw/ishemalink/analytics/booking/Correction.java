package rw.ishemalink.analytics.booking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes: the booking's share before is taken back, the one after is added.
 *
 * @param before null when the booking added nothing
 * @param after null when the booking adds nothing any more
 */
public record Correction(@Nullable Share before, @Nullable Share after) {

    /**
     * What changes under each key of an aggregate, when a share adds {@code parts} to it. Keys under which nothing
     * changes are left out.
     */
    public <K, V> Map<K, V> changes(
            Function<Share, Map<K, V>> parts, UnaryOperator<V> negative, BinaryOperator<V> plus, V zero) {
        Map<K, V> changes = new HashMap<>();
        Optional.ofNullable(after).map(parts).ifPresent(changes::putAll);
        Optional.ofNullable(before)
                .map(parts)
                .ifPresent(taken -> taken.forEach((key, value) -> changes.merge(key, negative.apply(value), plus)));
        changes.values().removeIf(zero::equals);
        return changes;
    }
}
