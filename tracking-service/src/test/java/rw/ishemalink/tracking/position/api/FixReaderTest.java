package rw.ishemalink.tracking.position.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.position.Fix;

class FixReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final FixReader reader = new FixReader();

    @Property
    void what_is_written_is_read(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = 0, max = 250) double speed,
            @ForAll @IntRange(max = 100) int battery,
            @ForAll SealState seal,
            @ForAll @IntRange(min = 1, max = 20) int count)
            throws JsonProcessingException {
        Instant at = Instant.parse("2026-05-01T10:00:00.123456Z");
        Fix full = new Fix(new UUID(1, count), latitude, longitude, speed, 1.0, 2.0, 3.0, battery, seal, "RRA-7", at);
        Fix bare = Fix.of(longitude / 2, null, at);
        assertThat(reader.read(JSON.writeValueAsBytes(full))).containsExactly(full);
        List<Fix> many = Collections.nCopies(count, bare);
        assertThat(reader.read(JSON.writeValueAsString(many))).isEqualTo(many);
    }

    @Test
    void a_zone_is_understood() {
        assertThat(reader.read("{\"recordedAt\": \"2026-05-01T12:00:00+02:00\"}"))
                .containsExactly(Fix.of(null, null, Instant.parse("2026-05-01T10:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"latitude\": \"north\"} | latitude",
                "{\"latitude\": true} | latitude",
                "{\"latitude\": {}} | latitude",
                "{\"recordedAt\": \"yesterday\"} | recordedAt",
                "{\"recordedAt\": 7} | recordedAt",
                "{\"vehicleId\": \"mine\"} | vehicleId",
                "{\"sealState\": \"GONE\"} | sealState",
                "{\"colour\": \"red\"} | colour",
                "[{}, {\"latitude\": []}] | [1].latitude",
                "[{}, 7] | [1]",
                "7 | -",
                "{} {} | -",
                "[{] | -",
                "{\"latitude\": 1 | -"
            })
    void what_is_no_fix_is_400_and_the_field_named(String body, String field) {
        assertThatThrownBy(() -> reader.read(body)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.arguments()).containsExactly(field);
        });
    }

    @Test
    void none_or_more_than_500_are_too_many() {
        for (String body : List.of("", "null", "[]", "[" + "{},".repeat(500) + "{}]")) {
            assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.code()).isEqualTo("too-many-positions"));
        }
        assertThat(reader.read("[" + "{},".repeat(499) + "{}]")).hasSize(500);
    }
}
