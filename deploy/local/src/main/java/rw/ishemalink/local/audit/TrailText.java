package rw.ishemalink.local.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The canonical text of an entry, made of its line in a copy (docs/audit.md). */
final class TrailText {

    private static final List<String> FIELDS = List.of(
            "sequence",
            "sealedAt",
            "tenant",
            "eventId",
            "topic",
            "type",
            "occurredAt",
            "eventSequence",
            "keyId",
            "bookingId",
            "subjectId",
            "actorId",
            "actorRole",
            "driverId",
            "vehicleId",
            "from",
            "to",
            "reason",
            "correlationId",
            "causationId",
            "partition",
            "offset",
            "eventSha256");

    private static final Set<String> TIMES = Set.of("sealedAt", "occurredAt");

    private TrailText() {}

    static byte[] of(JsonNode entry) {
        StringBuilder text = new StringBuilder(512);
        for (String field : FIELDS) {
            JsonNode value = entry.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                String written = TIMES.contains(field) ? micros(value.asText()) : value.asText();
                text.append(written.getBytes(UTF_8).length).append(':').append(written);
            }
            text.append(',');
        }
        return text.toString().getBytes(UTF_8);
    }

    /** A time that is none stays as it is: then the hash differs, and that is what is told. */
    private static String micros(String time) {
        try {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time)));
        } catch (DateTimeException e) {
            return time;
        }
    }
}
