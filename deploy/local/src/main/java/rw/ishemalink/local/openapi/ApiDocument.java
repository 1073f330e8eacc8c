package rw.ishemalink.local.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a service says of itself at {@code /q/openapi} (OpenAPI 3.1). */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");
    private static final List<String> PREFERRED = List.of("application/json", "application/x-www-form-urlencoded");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Reads it from JSON. */
    public static ApiDocument of(String json) {
        try {
            return new ApiDocument(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no OpenAPI document", e);
        }
    }

    /** Every operation, sorted by path and method. */
    public List<Operation> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(this::ofPath)
                .sorted()
                .toList();
    }

    private Stream<Operation> ofPath(Map.Entry<String, JsonNode> path) {
        return path.getValue()
                .propertyStream()
                .filter(one -> METHODS.contains(one.getKey()))
                .map(one -> new Operation(
                        one.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        parameters(path.getValue(), one.getValue()),
                        body(one.getValue()),
                        isOpen(one.getValue())));
    }

    private List<Parameter> parameters(JsonNode path, JsonNode operation) {
        List<Parameter> found = new ArrayList<>();
        Stream.concat(
                        path.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(this::resolved)
                .forEach(one -> found.add(new Parameter(
                        one.path("name").asText(),
                        one.path("in").asText(),
                        one.path("required").asBoolean(),
                        one.path("schema"))));
        return found;
    }

    private Optional<Body> body(JsonNode operation) {
        JsonNode content = resolved(operation.path("requestBody")).path("content");
        return Stream.concat(
                        PREFERRED.stream().filter(content::has),
                        content.propertyStream().map(Map.Entry::getKey))
                .findFirst()
                .map(type -> new Body(
                        type.equals("*/*") ? "application/json" : type,
                        content.path(type).path("schema")));
    }

    private boolean isOpen(JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.path("security") : root.path("security");
        return security.isEmpty();
    }

    /** What a {@code $ref} within the document points to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        String target = node.path("$ref").asText();
        return target.startsWith("#/") ? resolved(root.at(target.substring(1))) : node;
    }
}
