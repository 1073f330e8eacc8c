package rw.ishemalink.tracking.position.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.position.Fix;

/** Reads one fix or an array of them from JSON, token by token: this is the busiest code of all. */
@Singleton
final class FixReader {

    /** In one request or message. */
    static final int MOST_FIXES = 500;

    private final JsonFactory json;

    FixReader() {
        this.json = JsonFactory.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
    }

    /**
     * The fixes.
     *
     * @throws ProblemException 400 with the field that cannot be read, or when they are none or too many
     */
    List<Fix> read(byte[] body) {
        return read(() -> json.createParser(body));
    }

    /** The same of a text. */
    List<Fix> read(String text) {
        return read(() -> json.createParser(text));
    }

    private interface Opening {
        JsonParser open() throws IOException;
    }

    private static List<Fix> read(Opening opening) {
        try (JsonParser parser = opening.open()) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw unreadable("-");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static List<Fix> read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        List<Fix> fixes =
                switch (first) {
                    case START_ARRAY -> readAll(parser);
                    case START_OBJECT -> List.of(readOne(parser, ""));
                    case VALUE_NULL -> List.of();
                    case null -> List.of();
                    default -> throw unreadable("-");
                };
        if (fixes.isEmpty()) {
            throw wrongNumber();
        }
        if (parser.nextToken() != null) {
            throw unreadable("-");
        }
        return fixes;
    }

    private static List<Fix> readAll(JsonParser parser) throws IOException {
        List<Fix> fixes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String place = "[" + fixes.size() + "]";
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw unreadable(place);
            }
            if (fixes.size() == MOST_FIXES) {
                throw wrongNumber();
            }
            fixes.add(readOne(parser, place + "."));
        }
        return fixes;
    }

    private static Fix readOne(JsonParser parser, String place) throws IOException {
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_NULL && !isTaken(draft, field, parser, value)) {
                throw unreadable(place + field);
            }
        }
        return draft.fix();
    }

    /** Whether the field is one of a fix and its value can be read. */
    private static boolean isTaken(Draft draft, String field, JsonParser parser, JsonToken value) throws IOException {
        try {
            if (value.isNumeric()) {
                return draft.takeNumber(field, parser);
            }
            return value == JsonToken.VALUE_STRING && draft.takeText(field, parser.getText());
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static ProblemException unreadable(String field) {
        return ProblemException.badRequest("unreadable-input", field);
    }

    private static ProblemException wrongNumber() {
        return ProblemException.badRequest("too-many-positions", MOST_FIXES);
    }

    /** A fix as far as it has been read. */
    private static final class Draft {

        private @Nullable UUID vehicleId;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private @Nullable Double speedKmh;
        private @Nullable Double bearingDegrees;
        private @Nullable Double accuracyMetres;
        private @Nullable Double altitudeMetres;
        private @Nullable Integer batteryPercent;
        private @Nullable SealState sealState;
        private @Nullable String sealNumber;
        private @Nullable Instant recordedAt;

        private boolean takeNumber(String field, JsonParser parser) throws IOException {
            double number = parser.getDoubleValue();
            switch (field) {
                case "latitude" -> latitude = number;
                case "longitude" -> longitude = number;
                case "speedKmh" -> speedKmh = number;
                case "bearingDegrees" -> bearingDegrees = number;
                case "accuracyMetres" -> accuracyMetres = number;
                case "altitudeMetres" -> altitudeMetres = number;
                case "batteryPercent" -> batteryPercent = (int) Math.round(number);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean takeText(String field, String text) {
            switch (field) {
                case "vehicleId" -> vehicleId = UUID.fromString(text);
                case "recordedAt" -> recordedAt = Instant.parse(text);
                case "sealState" -> sealState = SealState.valueOf(text);
                case "sealNumber" -> sealNumber = text;
                default -> {
                    return false;
                }
            }
            return true;
        }

        private Fix fix() {
            return new Fix(
                    vehicleId,
                    latitude,
                    longitude,
                    speedKmh,
                    bearingDegrees,
                    accuracyMetres,
                    altitudeMetres,
                    batteryPercent,
                    sealState,
                    sealNumber,
                    recordedAt);
        }
    }
}
