package rw.ishemalink.compliance.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads fields of any event by their paths, the first that is there. So the trail depends on no contract's version. */
record EventFields(@Nullable GenericRecord event) {

    /** Names of things, never sentences: no blank, and nothing that could be a number of a person. */
    private static final Pattern CODE = Pattern.compile("(?!.*\\d{6})[A-Za-z][A-Za-z0-9_-]{0,79}");

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    boolean isEmpty() {
        return event == null;
    }

    Optional<String> findText(String... paths) {
        return find(value -> Optional.of(value.toString()), paths);
    }

    /** The name of something, e.g. of an enum's value; a text that is none is not there. */
    Optional<String> findCode(String... paths) {
        return find(value -> code(value.toString()), paths);
    }

    Optional<UUID> findId(String... paths) {
        return find(value -> uuid(value.toString()), paths);
    }

    Optional<Instant> findTime(String... paths) {
        return find(value -> value instanceof Instant time ? Optional.of(time) : Optional.empty(), paths);
    }

    Optional<Long> findNumber(String path) {
        return find(value -> value instanceof Long number ? Optional.of(number) : Optional.empty(), path);
    }

    static Optional<String> code(String text) {
        return Optional.of(text).filter(given -> CODE.matcher(given).matches());
    }

    static Optional<UUID> uuid(String text) {
        return Optional.of(text)
                .filter(given -> UUID_TEXT.matcher(given).matches())
                .map(UUID::fromString);
    }

    private <T> Optional<T> find(Function<Object, Optional<T>> reading, String... paths) {
        for (String path : paths) {
            Optional<T> found = Optional.ofNullable(value(path)).flatMap(reading);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private @Nullable Object value(String path) {
        Object value = event;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof GenericRecord record && record.hasField(name) ? record.get(name) : null;
        }
        return value;
    }
}
