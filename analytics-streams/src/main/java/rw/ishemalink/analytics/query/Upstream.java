package rw.ishemalink.analytics.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Which parts of the topology must have counted before a store has. */
final class Upstream {

    private static final String COUNTED_UP_TO = "counted-up-to";

    private final Map<String, Integer> partOfStore = new HashMap<>();
    private final Map<Integer, Set<Integer>> before = new HashMap<>();

    Upstream(Topology topology) {
        Set<Subtopology> parts = topology.describe().subtopologies();
        for (Subtopology part : parts) {
            stores(part).forEach(store -> partOfStore.put(store, part.id()));
            before.put(
                    part.id(),
                    parts.stream()
                            .filter(other ->
                                    sinks(other).anyMatch(topic -> sources(part).contains(topic)))
                            .map(Subtopology::id)
                            .collect(Collectors.toSet()));
        }
    }

    /** The part that has the store. */
    Optional<Integer> findPart(String store) {
        return Optional.ofNullable(partOfStore.get(store));
    }

    /** The store's own part and all from which it gets what it counts. */
    Set<Integer> partsBehind(String store) {
        Set<Integer> all = new HashSet<>();
        findPart(store).ifPresent(part -> add(part, all));
        return all;
    }

    private void add(int part, Set<Integer> all) {
        if (all.add(part)) {
            before.getOrDefault(part, Set.of()).forEach(other -> add(other, all));
        }
    }

    /** The store that knows until when the part has counted; the store asked about, if it is of that part. */
    Optional<String> findCountedUpTo(int part, String preferred) {
        return Integer.valueOf(part).equals(partOfStore.get(preferred))
                ? Optional.of(preferred)
                : partOfStore.entrySet().stream()
                        .filter(store ->
                                store.getValue() == part && store.getKey().endsWith(COUNTED_UP_TO))
                        .map(Map.Entry::getKey)
                        .min(String::compareTo);
    }

    private static Stream<String> stores(Subtopology part) {
        return part.nodes().stream()
                .flatMap(node -> node instanceof Processor processor ? processor.stores().stream() : Stream.empty());
    }

    private static Stream<String> sinks(Subtopology part) {
        return part.nodes().stream().flatMap(Upstream::sink);
    }

    @SuppressWarnings("NullAway") // A sink has no topic when it chooses one for each record; ours have one.
    private static Stream<String> sink(Node node) {
        return node instanceof Sink sink ? Stream.ofNullable(sink.topic()) : Stream.empty();
    }

    private static Set<String> sources(Subtopology part) {
        return part.nodes().stream()
                .flatMap(node -> node instanceof Source source ? source.topicSet().stream() : Stream.empty())
                .collect(Collectors.toSet());
    }
}
