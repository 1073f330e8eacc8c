package rw.ishemalink.compliance.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A flat Avro record as JSON, with the contract's field names in its order: numbers and booleans as such, UUIDs and texts
 * as strings, instants as ISO 8601 in UTC, what is absent as null.
 */
final class FlatJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FlatJson() {}

    static ObjectNode of(IndexedRecord event) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            object.set(field.name(), value(event.get(field.pos())));
        }
        return object;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            case CharSequence text -> JSON.textNode(text.toString());
            case UUID id -> JSON.textNode(id.toString());
            case Instant instant -> JSON.textNode(instant.toString());
            case Collection<?> list -> list(list);
            default ->
                throw new IllegalArgumentException(
                        "a feed is flat, it holds no " + value.getClass().getName());
        };
    }

    private static ArrayNode list(Collection<?> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }
}
