package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.Story;

/** The lines of running services have the fields that docs/operations/logs.md says, and no others. */
class LogLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCUMENT = Path.of("../docs/operations/logs.md");
    private static final Pattern ROW = Pattern.compile("^\\| (`.*`) \\|", Pattern.MULTILINE);

    @Test
    void every_field_of_every_line_is_documented() {
        new Story(Suite.get().context()).potatoesFromNyamagabeToKigali();

        List<JsonNode> lines = lines();
        assertThat(lines).hasSizeGreaterThan(20);
        Set<String> documented = documented();
        assertThat(fields(lines)).isSubsetOf(documented);
        assertThat(fields(lines))
                .contains("timestamp", "level", "service", "message", "mdc.correlationId", "mdc.traceId");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("service").asText()).isNotBlank();
            assertThat(line.path("level").asText()).isIn("ERROR", "WARN", "INFO", "DEBUG");
        });
    }

    private static Set<String> fields(List<JsonNode> lines) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode line : lines) {
            line.fieldNames().forEachRemaining(fields::add);
            line.path("mdc").fieldNames().forEachRemaining(name -> fields.add("mdc." + name));
        }
        fields.remove("mdc");
        return fields;
    }

    private static Set<String> documented() {
        try {
            Set<String> names = new TreeSet<>();
            ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> {
                for (String name : row.group(1).split("[`, ]+", -1)) {
                    names.add(name);
                }
            });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the services; parts and simulators write as they like. */
    private static List<JsonNode> lines() {
        return Suite.get().stack().services().stream()
                .filter(part -> !part.service().name().equals("simulators"))
                .flatMap(part -> read(Suite.get().logs().resolve(part.name() + ".log")))
                .filter(line -> line.startsWith("{"))
                .map(LogLinesTest::parse)
                .toList();
    }

    private static Stream<String> read(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
