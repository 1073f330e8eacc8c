package rw.ishemalink.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import rw.ishemalink.schemas.Topics;

/** The committed versions of every contract, packaged as {@code schemas/<subject>/v<number>.avsc}; never edited, only added to. */
public final class SchemaVersions {

    private static final Map<Topics, List<Version>> VERSIONS = load();

    private SchemaVersions() {}

    /** One committed version: its number, from 1 without gaps, and the self-contained schema. */
    public record Version(int number, Schema schema) {}

    /** All committed versions of the topic's value, oldest first; empty only while a new contract is being made. */
    public static List<Version> versions(Topics topic) {
        return VERSIONS.getOrDefault(topic, List.of());
    }

    /**
     * The version that this build writes.
     *
     * @throws IllegalStateException when the contract has never been committed
     */
    public static Version latest(Topics topic) {
        List<Version> versions = versions(topic);
        if (versions.isEmpty()) {
            throw new IllegalStateException(topic.subject() + " has no committed version");
        }
        return versions.getLast();
    }

    /** The schema of that version, if this build knows it. */
    public static Optional<Schema> findSchema(Topics topic, int number) {
        List<Version> versions = versions(topic);
        return number >= 1 && number <= versions.size()
                ? Optional.of(versions.get(number - 1).schema())
                : Optional.empty();
    }

    private static Map<Topics, List<Version>> load() {
        Map<Topics, List<Version>> all = new EnumMap<>(Topics.class);
        for (Topics topic : Topics.values()) {
            all.put(topic, loadVersions(topic));
        }
        return all;
    }

    private static List<Version> loadVersions(Topics topic) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; ; number++) {
            Optional<Schema> schema = loadSchema(topic, number);
            if (schema.isEmpty()) {
                return List.copyOf(versions);
            }
            versions.add(new Version(number, schema.get()));
        }
    }

    private static Optional<Schema> loadSchema(Topics topic, int number) {
        String resource = "/schemas/" + topic.subject() + "/v" + number + ".avsc";
        try (InputStream in = SchemaVersions.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
