package rw.ishemalink.kit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fields as a row of netstrings (length in bytes, colon, value, comma), so that no two rows of fields have the same text.
 * What is not there is told from what is empty by having no netstring, only a comma. Times are microseconds since 1970.
 */
public final class CanonicalText {

    private final StringBuilder text = new StringBuilder(512);

    /** Adds a field. */
    public CanonicalText add(@Nullable Object value) {
        if (value != null) {
            String written = value instanceof Instant instant
                    ? Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                    : value.toString();
            text.append(written.getBytes(UTF_8).length).append(':').append(written);
        }
        text.append(',');
        return this;
    }

    /** The text in UTF-8. */
    public byte[] toBytes() {
        return text.toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
