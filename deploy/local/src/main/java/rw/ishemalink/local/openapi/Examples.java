package rw.ishemalink.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Values that a schema allows, real ones where some are known. */
final class Examples {

    private static final int DEEPEST = 6;
    private static final long MOST = 1_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiDocument document;
    private final SplittableRandom random;
    private final Supplier<UUID> newIds;
    private final Known known;
    private final Words words;

    Examples(ApiDocument document, SplittableRandom random, Supplier<UUID> newIds, Known known) {
        this.document = document;
        this.random = random;
        this.newIds = newIds;
        this.known = known;
        this.words = new Words(random, newIds);
    }

    /** A value for what is named so. */
    JsonNode value(String name, JsonNode schema) {
        return value(name, schema, 0);
    }

    private JsonNode value(String name, JsonNode given, int depth) {
        JsonNode schema = document.resolved(given);
        Optional<JsonNode> chosen = oneOf(schema);
        if (chosen.isPresent()) {
            return value(name, chosen.get(), depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(bounded(name, schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(name, schema));
        };
    }

    /** The first alternative that is not null. */
    private Optional<JsonNode> oneOf(JsonNode schema) {
        return List.of("oneOf", "anyOf", "allOf").stream()
                .flatMap(key -> schema.path(key).valueStream())
                .filter(one -> !type(one).equals("null"))
                .findFirst();
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String single = type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asText)
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("null")
                : type.asText();
        return single.isEmpty() && schema.has("properties") ? "object" : single;
    }

    /** What must be there is; what may be is, half the time; at the bottom nothing more is. */
    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode made = JSON.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).toList();
        for (Map.Entry<String, JsonNode> property :
                schema.path("properties").propertyStream().collect(Collectors.toList())) {
            boolean wanted =
                    random.nextBoolean() || known.find(property.getKey()).isPresent();
            if (required.contains(property.getKey()) || (wanted && depth < DEEPEST)) {
                made.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        }
        return made;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        ArrayNode made = JSON.arrayNode();
        int size = depth < DEEPEST ? Math.max(1, schema.path("minItems").asInt()) : 0;
        for (int i = 0; i < size; i++) {
            made.add(value(name, schema.path("items"), depth + 1));
        }
        return made;
    }

    private long whole(JsonNode schema) {
        long least = schema.has("exclusiveMinimum")
                ? schema.path("exclusiveMinimum").asLong() + 1
                : schema.path("minimum").asLong(1);
        long most = schema.path("maximum").asLong(least + MOST);
        return random.nextLong(least, Math.max(most, least) == Long.MAX_VALUE ? Long.MAX_VALUE : most + 1);
    }

    /** Within Rwanda, where it is a place. */
    private double bounded(String name, JsonNode schema) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "latitude" -> -1.94 - random.nextDouble() / 10;
            case "longitude" -> 30.05 + random.nextDouble() / 10;
            default -> {
                double least = schema.path("minimum").asDouble(0);
                yield random.nextDouble(least, Math.max(schema.path("maximum").asDouble(least + MOST), least + 1));
            }
        };
    }

    private String text(String name, JsonNode schema) {
        Optional<String> real = known.find(name);
        if (real.isPresent()) {
            return real.get();
        }
        String format = schema.path("format").asText();
        return switch (format) {
            case "uuid" -> newIds.get().toString();
            case "date" -> Words.today().minusDays(random.nextInt(30)).toString();
            case "date-time" -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            default -> words.find(name).orElseGet(() -> patterned(schema));
        };
    }

    private String patterned(JsonNode schema) {
        String plain = "text " + random.nextInt((int) MOST);
        String fitting =
                schema.has("pattern") ? words.matching(schema.path("pattern").asText(), plain) : plain;
        int least = schema.path("minLength").asInt();
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String sized = fitting.length() < least ? fitting.repeat(least / fitting.length() + 1) : fitting;
        return sized.length() > most ? sized.substring(0, most) : sized;
    }
}
