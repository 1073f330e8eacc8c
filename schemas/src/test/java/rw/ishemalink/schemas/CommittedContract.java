package rw.ishemalink.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** A contract as it is committed: self-contained, indented JSON, without Java's own properties. */
final class CommittedContract {

    /** {@code -Dfreeze} writes what the build would otherwise find missing: a new version, a stale catalogue. */
    static final boolean FREEZE = System.getProperty("freeze") != null;

    private CommittedContract() {}

    static String json(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema)
                        .replaceAll(",\\s*\"avro.java.string\" : \"String\"", "")
                        .replaceAll("\\{\\s*\"type\" : \"string\"\\s*}", "\"string\"")
                + "\n";
    }

    static void freeze(Topics topic, int number) throws IOException {
        Path file = Path.of("src/main/resources/schemas", topic.subject(), "v" + number + ".avsc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(topic.schema()));
    }
}
