package rw.ishemalink.analytics.query;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/** How parts of an answer go from instance to instance. Both are of one build but for the minutes of a rollout. */
public interface Wire<T> {

    /** The parts as bytes. */
    byte[] write(List<Part<T>> parts) throws IOException;

    /**
     * The parts whose bytes they are.
     *
     * @throws IOException when they are not
     */
    List<Part<T>> read(byte[] bytes) throws IOException;

    /** Few rows: as JSON. */
    static <T> Wire<T> json(Class<T> row) {
        return new Json<>(Json.MAPPER
                .getTypeFactory()
                .constructCollectionType(
                        List.class, Json.MAPPER.getTypeFactory().constructParametricType(Part.class, row)));
    }

    /** Parts as JSON. */
    record Json<T>(JavaType parts) implements Wire<T> {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        @Override
        public byte[] write(List<Part<T>> written) throws IOException {
            return MAPPER.writerFor(parts).writeValueAsBytes(written);
        }

        @Override
        public List<Part<T>> read(byte[] bytes) throws IOException {
            return MAPPER.readValue(bytes, parts);
        }
    }
}
