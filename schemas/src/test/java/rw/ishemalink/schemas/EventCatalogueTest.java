package rw.ishemalink.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** docs/events.md is generated from the contracts; {@code -Dfreeze} writes it, otherwise it must not differ. */
class EventCatalogueTest {

    private static final Path CATALOGUE = Path.of("../docs/events.md");

    @Test
    void the_event_catalogue_says_what_the_contracts_say() throws IOException {
        String catalogue = catalogue();
        if (CommittedContract.FREEZE) {
            Files.createDirectories(CATALOGUE.getParent());
            Files.writeString(CATALOGUE, catalogue);
        }
        assertThat(CATALOGUE).exists();
        assertThat(Files.readString(CATALOGUE)).isEqualTo(catalogue);
    }

    private static String catalogue() {
        StringBuilder md = new StringBuilder("""
                # Event catalogue

                Generated from `schemas` (`./mvnw -pl schemas test -Dfreeze` writes it, every build checks it).

                | topic | key | value | owner | partitions | kept | clean-up |
                |---|---|---|---|---|---|---|
                """);
        for (Topics topic : Topics.values()) {
            md.append("| `%s` | %s id | [%s](#%s) | %s | %d | %d h | %s |%n"
                    .formatted(
                            topic.topicName(),
                            lower(topic.key()),
                            topic.schema().getName(),
                            topic.schema().getName().toLowerCase(java.util.Locale.ROOT),
                            topic.owner(),
                            topic.partitions(),
                            topic.retention().toHours(),
                            lower(topic.cleanup())));
        }
        Map<String, Schema> described = new LinkedHashMap<>();
        for (Topics topic : Topics.values()) {
            describe(topic.schema(), described);
        }
        described.values().forEach(schema -> md.append(section(schema)));
        return md.toString();
    }

    private static void describe(Schema schema, Map<String, Schema> described) {
        switch (schema.getType()) {
            case RECORD -> {
                if (described.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> describe(field.schema(), described));
                }
            }
            case ENUM -> described.putIfAbsent(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(type -> describe(type, described));
            case ARRAY -> describe(schema.getElementType(), described);
            case MAP -> describe(schema.getValueType(), described);
            default -> {
                // Primitives describe themselves.
            }
        }
    }

    private static String section(Schema schema) {
        String head = "%n## %s%n%n%s%n%n".formatted(schema.getName(), schema.getDoc());
        return schema.getType() == Schema.Type.ENUM
                ? head
                        + schema.getEnumSymbols().stream()
                                .map(s -> "`" + s + "`")
                                .collect(Collectors.joining(" · ")) + "\n"
                : head + "| field | type | meaning |\n|---|---|---|\n"
                        + schema.getFields().stream()
                                .map(f -> "| `%s` | %s | %s |%n".formatted(f.name(), type(f.schema()), f.doc()))
                                .collect(Collectors.joining());
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> type(schema.getTypes().getLast()) + ", optional";
            case RECORD, ENUM -> schema.getName();
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            default ->
                schema.getLogicalType() == null
                        ? lower(schema.getType())
                        : schema.getLogicalType().getName();
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
