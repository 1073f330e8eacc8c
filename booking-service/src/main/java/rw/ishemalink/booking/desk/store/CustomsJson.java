package rw.ishemalink.booking.desk.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Customs;

/** What customs know of an export, as the JSON document that its booking keeps; null where that is nothing. */
final class CustomsJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CustomsJson() {}

    static @Nullable String write(Customs customs) {
        try {
            return customs.equals(Customs.NONE) ? null : JSON.writeValueAsString(customs);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Customs read(@Nullable String json) {
        try {
            return json == null ? Customs.NONE : JSON.readValue(json, Customs.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
