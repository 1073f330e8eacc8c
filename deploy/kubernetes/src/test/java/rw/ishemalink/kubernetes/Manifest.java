package rw.ishemalink.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One rendered resource. */
record Manifest(JsonNode node) {

    String kind() {
        return node.path("kind").asText();
    }

    String name() {
        return node.at("/metadata/name").asText();
    }

    boolean is(String... kinds) {
        return List.of(kinds).contains(kind());
    }

    /** Whether pods are made from it that this file describes in full. */
    boolean isWorkload() {
        return is("Deployment", "StatefulSet", "Job");
    }

    /** The pods of a workload. */
    JsonNode pod() {
        return node.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(
                pod().path("containers").valueStream(),
                pod().path("initContainers").valueStream());
    }

    /** The labels of a workload's pods. */
    Map<String, String> podLabels() {
        return texts(node.at("/spec/template/metadata/labels"));
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.propertyStream()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
