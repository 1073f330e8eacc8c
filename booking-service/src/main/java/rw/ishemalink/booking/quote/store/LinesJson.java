package rw.ishemalink.booking.quote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import rw.ishemalink.booking.quote.FareLine;

/** The lines of a quote as the JSON document that it keeps. */
final class LinesJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FareLine>> LINES = new TypeReference<>() {};

    private LinesJson() {}

    static String write(List<FareLine> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FareLine> read(String json) {
        try {
            return JSON.readValue(json, LINES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
