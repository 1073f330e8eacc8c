package rw.ishemalink.analytics;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Draws a topology for people: topics, steps, stores. */
final class TopologyPicture {

    private TopologyPicture() {}

    static String of(Topology topology) {
        TopologyDescription description = topology.describe();
        List<Subtopology> parts = description.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .toList();
        return """
                # Topology of analytics-streams

                Generated from the topology (`./mvnw -pl analytics-streams test -Dfreeze` writes it, every build checks it).
                Rounded: topics. Boxes: steps. Cylinders: state stores. Each frame runs once per partition.

                ```mermaid
                flowchart TB
                %s```
                """.formatted(parts.stream().map(TopologyPicture::part).collect(Collectors.joining()));
    }

    private static String part(Subtopology part) {
        Set<Node> nodes = part.nodes();
        String inside = nodes.stream()
                .sorted(Comparator.comparing(Node::name))
                .flatMap(TopologyPicture::node)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        String topics = nodes.stream()
                .sorted(Comparator.comparing(Node::name))
                .flatMap(TopologyPicture::topics)
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
        return "  subgraph part" + part.id() + "[part " + part.id() + "]\n" + inside + "  end\n" + topics;
    }

    private static Stream<String> node(Node node) {
        Stream<String> box = Stream.of(id(node.name()) + "[" + node.name() + "]");
        Stream<String> arrows =
                node.successors().stream().map(Node::name).sorted().map(next -> id(node.name()) + " --> " + id(next));
        Stream<String> stores = node instanceof Processor processor
                ? processor.stores().stream()
                        .sorted()
                        .map(store -> id(node.name()) + " <--> " + id("store-" + store) + "[(" + store + ")]")
                : Stream.empty();
        return Stream.of(box, arrows, stores).flatMap(lines -> lines);
    }

    private static Stream<String> topics(Node node) {
        return switch (node) {
            case Source source ->
                source.topicSet().stream()
                        .sorted()
                        .map(topic -> id("topic-" + topic) + "([" + topic + "]) --> " + id(node.name()));
            case Sink sink ->
                Stream.of(id(node.name()) + " --> " + id("topic-" + sink.topic()) + "([" + sink.topic() + "])");
            default -> Stream.empty();
        };
    }

    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
