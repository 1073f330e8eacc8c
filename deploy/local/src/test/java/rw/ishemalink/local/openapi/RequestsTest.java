package rw.ishemalink.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Requests from a description: right ones, and crooked ones. */
class RequestsTest {

    private static final ApiDocument DOCUMENT = ApiDocument.of("""
            {"openapi": "3.1.0",
             "paths": {
               "/bookings/{bookingId}/seals": {
                 "parameters": [{"name": "bookingId", "in": "path", "required": true,
                                 "schema": {"type": "string", "format": "uuid"}}],
                 "post": {
                   "security": [{"bearer": []}],
                   "parameters": [{"name": "dry", "in": "query", "required": true, "schema": {"type": "boolean"}}],
                   "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Seals"}}}}}},
               "/codes": {"get": {}}},
             "components": {"schemas": {
               "Seals": {"type": "object", "required": ["numbers", "place"], "properties": {
                 "numbers": {"type": "array", "minItems": 2, "items": {"type": "string", "pattern": "\\\\d{6}"}},
                 "place": {"enum": ["HERE", "THERE"]},
                 "inside": {"$ref": "#/components/schemas/Seals"},
                 "weightKg": {"type": ["integer", "null"], "minimum": 5, "maximum": 9}}}}}}""");

    private final Operation seal = DOCUMENT.operations().getFirst();

    @Test
    void every_operation_is_listed_with_what_it_takes_and_whether_it_is_open() {
        assertThat(DOCUMENT.operations())
                .extracting(Operation::key)
                .containsExactly("POST /bookings/{bookingId}/seals", "GET /codes");
        assertThat(DOCUMENT.operations()).extracting(Operation::open).containsExactly(false, true);
        assertThat(seal.namesInPath()).containsExactly("bookingId");
    }

    @Test
    void what_must_be_there_is_there_and_within_its_bounds() throws JsonProcessingException {
        for (long number = 0; number < 200; number++) {
            JsonNode body = new ObjectMapper()
                    .readTree(valid(number, Known.NOTHING).body().orElseThrow());
            assertThat(body.path("numbers")).hasSizeGreaterThanOrEqualTo(2).allMatch(one -> one.asText()
                    .matches("\\d{6}"));
            assertThat(body.path("place").asText()).isIn("HERE", "THERE");
            if (body.has("weightKg")) {
                assertThat(body.path("weightKg").asInt()).isBetween(5, 9);
            }
        }
    }

    @Test
    void a_real_row_is_named_where_one_is_known() {
        String row = "0197a1c2-0000-7000-8000-000000000001";
        ApiRequest request = valid(1, name -> name.equals("bookingId") ? Optional.of(row) : Optional.empty());
        assertThat(request.target()).startsWith("/bookings/" + row + "/seals?dry=");
        assertThat(request.real()).isTrue();
        assertThat(valid(1, Known.NOTHING).real()).isFalse();
    }

    @Test
    void the_same_seed_makes_the_same_request_crooked_as_it_may_be() {
        assertThat(crooked()).isEqualTo(crooked());
    }

    private List<String> crooked() {
        return LongStream.range(0, 2_000)
                .mapToObj(number ->
                        number + " " + new Crooked(new SplittableRandom(number)).bend(valid(number, Known.NOTHING)))
                .toList();
    }

    private ApiRequest valid(long number, Known known) {
        SplittableRandom random = new SplittableRandom(number);
        return new Requests(DOCUMENT, () -> new UUID(random.nextLong(), random.nextLong())).valid(seal, random, known);
    }
}
