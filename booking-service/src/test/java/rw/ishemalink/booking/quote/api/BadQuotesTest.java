package rw.ishemalink.booking.quote.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.RawRequest;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.testing.SuiteResource;

/** Whatever is sent to POST /api/quotes: a problem that says what to mend, never a failure of ours. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadQuotesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code quarkus.http.limits.max-body-size}. */
    private static final int MOST_BYTES = 1024 * 1024;

    /** Of no field's type. */
    private static final List<String> NEVER_RIGHT = List.of("[]", "[1]", "{\"a\": 1}", "true", "[[[]]]");

    private static final List<String> NOT_A_TEXT = List.of("0", "-1", "1.5", "1000000000000000000");
    private static final List<String> NOT_A_NUMBER = List.of("\"\"", "\"much\"", "\"2000\"", "\"NaN\"", "\"\\u0000\"");
    private static final List<String> NO_WEIGHT =
            List.of("0", "-1", "60001", "1000000000", "1000000000000000000", "-9223372036854775808", "1e400", "1.5");
    private static final List<String> NO_LATITUDE = List.of("-90.1", "90.1", "1e9", "1e400", "-1e400", "180");
    private static final List<String> NO_LONGITUDE = List.of("-180.1", "180.1", "1e9", "1e400", "-1e400");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Someone sender = Someone.sender();

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFields")
    void a_field_that_is_wrong_is_a_400_that_can_be_mended(String what, String body) throws Exception {
        assertProblem(what, send(body), 400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[{}]",
                "{}",
                "1",
                "\"x\"",
                "true",
                "{",
                "{\"kind\"",
                "{\"kind\":}",
                "\u0000",
                "<quote/>",
                "{\"kind\": \"RIDE\"}",
                "{\"kind\": \"RIDE\", \"origin\": null, \"destination\": null}",
                "{\"kind\": \"RIDE\", \"origin\": {}, \"destination\": {}}",
                "{\"colour\": \"green\"}",
                "{\"__proto__\": {}}",
                "{\"@class\": \"java.lang.Object\"}"
            })
    void a_body_that_is_no_quote_request_is_a_400(String body) throws Exception {
        assertProblem(body, send(body), 400);
    }

    @Test
    void an_empty_body_is_a_400() throws Exception {
        assertProblem("empty", send(""), 400);
    }

    @Test
    void a_body_that_is_nested_without_end_is_a_400() throws Exception {
        assertProblem("nested", send("[".repeat(100_000)), 400);
        String deep = "{\"origin\":".repeat(10_000);
        assertProblem("nested", send(deep), 400);
    }

    @Test
    void a_body_of_another_kind_is_a_415() throws Exception {
        assertProblem("text", send("potatoes", "text/plain"), 415);
    }

    @Test
    void a_body_of_10_mb_is_a_413() throws Exception {
        assertProblem("10 MB", send(tenMegabytes()), 413);
        HttpResponse<String> french = HTTP.send(
                request(HttpRequest.BodyPublishers.ofString(tenMegabytes()), "application/json")
                        .header("Accept-Language", "fr-RW, en;q=0.5")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertProblem("10 MB", french, 413);
        assertThat(french.body()).contains("Trop volumineux");
    }

    /**
     * Quarkus finds out while it reads, answers without a word and hangs up. What was still on its way then would take the
     * answer with it, so this is one byte too long and no more.
     */
    @Test
    void a_body_that_grows_beyond_the_limit_is_a_413() throws Exception {
        String head = "POST /api/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nAuthorization: Bearer " + sender.token() + "\r\n\r\n";
        String body = ("{\"kind\": \"" + "x".repeat(MOST_BYTES)).substring(0, MOST_BYTES + 1);
        assertThat(RawRequest.firstLineOfAnswer(head + Integer.toHexString(body.length()) + "\r\n" + body))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void a_text_of_half_a_megabyte_is_a_400() throws Exception {
        for (String field : List.of("borderPost", "commodity", "kind")) {
            String body = change(Journeys.COFFEE, field, "\"" + "x".repeat(512 * 1024) + "\"");
            assertProblem(field, send(body), 400);
        }
    }

    static Stream<Arguments> badFields() {
        List<Arguments> bad = new ArrayList<>();
        for (String field : List.of("kind", "origin", "destination")) {
            add(
                    bad,
                    Journeys.POTATOES,
                    field,
                    NEVER_RIGHT,
                    NOT_A_TEXT,
                    List.of("null", "\"\"", "\"ride\"", "\"TICKET\""));
        }
        for (String end : List.of("origin", "destination")) {
            add(
                    bad,
                    Journeys.POTATOES,
                    end + ".district",
                    NEVER_RIGHT,
                    NOT_A_TEXT,
                    NO_NAMES,
                    List.of("null", "58", "\"58\""));
            add(bad, Journeys.POTATOES, end + ".label", NEVER_RIGHT, NOT_A_TEXT, NO_LABELS);
            add(
                    bad,
                    Journeys.POTATOES,
                    end + ".country",
                    NEVER_RIGHT,
                    NOT_A_TEXT,
                    List.of("\"UG\"", "\"RWA\"", "\"\""));
            add(bad, Journeys.POTATOES, end + ".colour", List.of("\"green\""));
            add(bad, Journeys.POTATOES, end + ".latitude", List.of("-2.0"));
            add(bad, Journeys.POTATOES, end + ".longitude", List.of("30.0"));
            add(
                    bad,
                    Journeys.RIDE,
                    end + ".latitude",
                    NEVER_RIGHT,
                    NOT_A_NUMBER,
                    NO_LATITUDE,
                    List.of("null", "48.85"));
            add(
                    bad,
                    Journeys.RIDE,
                    end + ".longitude",
                    NEVER_RIGHT,
                    NOT_A_NUMBER,
                    NO_LONGITUDE,
                    List.of("null", "2.35"));
        }
        add(
                bad,
                Journeys.COFFEE,
                "destination.country",
                NEVER_RIGHT,
                NOT_A_TEXT,
                NO_NAMES,
                List.of("null", "\"RW\"", "\"FR\""));
        add(bad, Journeys.COFFEE, "destination.district", List.of("\"11\""));
        add(
                bad,
                Journeys.COFFEE,
                "borderPost",
                NEVER_RIGHT,
                NOT_A_TEXT,
                NO_NAMES,
                List.of("null", "\"Dover\"", "\"Rusumo\""));
        add(bad, Journeys.COFFEE, "commodity", NEVER_RIGHT, NOT_A_TEXT, NO_NAMES, List.of("null", "\"gold\""));
        add(bad, Journeys.COFFEE, "weightKg", NEVER_RIGHT, NOT_A_NUMBER, NO_WEIGHT, List.of("null", "9".repeat(2_000)));
        add(
                bad,
                Journeys.COFFEE,
                "packages",
                NEVER_RIGHT,
                NOT_A_NUMBER,
                List.of("0", "-1", "10001", "2147483648", "1.5"));
        parcels(bad);
        return bad.stream();
    }

    private static final List<String> NO_NAMES = List.of(
            "\"\"", "\" \"", "\"%s\"".formatted("x".repeat(41)), "\"\\u0000\"", "\"\\ud800\"", "\"{0}\"", "\"'; --\"");

    private static final List<String> NO_LABELS =
            List.of("\"%s\"".formatted("x".repeat(101)), "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"a\\nb\"");

    private static void parcels(List<Arguments> bad) {
        String tea = "{\"commodity\": \"tea\", \"weightKg\": %s}";
        add(bad, Journeys.POTATOES, "parcels", List.of("[" + tea.formatted("1") + "]", "[]", "{}", "1", "\"tea\""));
        ObjectNode goods = JSON.valueToTree(Journeys.POTATOES);
        goods.remove(List.of("commodity", "weightKg", "packages"));
        Map<?, ?> bare = JSON.convertValue(goods, Map.class);
        List<String> lists = new ArrayList<>(List.of("null", "[]", "[null]", "[[]]", "[1]", "[\"tea\"]", "[{}]", "{}"));
        NO_WEIGHT.forEach(weight -> lists.add("[" + tea.formatted(weight) + "]"));
        lists.add("[" + tea.formatted("30000") + "," + tea.formatted("30001") + "]");
        lists.add("[" + (tea.formatted("1") + ",").repeat(50) + tea.formatted("1") + "]");
        lists.add("[" + tea.formatted("1") + ", {\"commodity\": \"gold\", \"weightKg\": 1}]");
        lists.add("[{\"commodity\": null, \"weightKg\": 1}]");
        lists.add("[{\"commodity\": \"tea\", \"weightKg\": 1, \"packages\": 10001}]");
        lists.add("[{\"commodity\": \"tea\", \"weightKg\": 1, \"colour\": \"green\"}]");
        add(bad, bare, "parcels", lists);
    }

    @SafeVarargs
    private static void add(List<Arguments> bad, Map<?, ?> journey, String path, List<String>... values) {
        for (List<String> list : values) {
            for (String value : list) {
                String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
                bad.add(Arguments.of(
                        "%s: %s = %s".formatted(journey.get("kind"), path, shown), change(journey, path, value)));
            }
        }
    }

    /** The request with the JSON in the place of the field; written as text, so that any JSON can stand there. */
    private static String change(Map<?, ?> journey, String path, String json) {
        ObjectNode root = JSON.valueToTree(journey);
        List<String> names = List.of(path.split("\\.", -1));
        JsonNode parent = names.size() == 1 ? root : root.get(names.getFirst());
        ((ObjectNode) parent).put(names.getLast(), "@here@");
        try {
            return JSON.writeValueAsString(root).replace("\"@here@\"", json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tenMegabytes() {
        return "{\"kind\": \"RIDE\", \"borderPost\": \"%s\"}".formatted("x".repeat(10 * 1024 * 1024));
    }

    private HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return send(body, "application/json");
    }

    private HttpResponse<String> send(String body, String contentType) throws IOException, InterruptedException {
        HttpRequest request =
                request(HttpRequest.BodyPublishers.ofString(body), contentType).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Of the plain client: it neither reads nor prints what it sends. */
    private HttpRequest.Builder request(HttpRequest.BodyPublisher body, String contentType) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/quotes"))
                .header("Authorization", "Bearer " + sender.token())
                .header("Content-Type", contentType)
                .timeout(Duration.ofMinutes(2))
                .POST(body);
    }

    private static void assertProblem(String what, HttpResponse<String> answer, int status)
            throws JsonProcessingException {
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("none")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).startsWith("urn:ishemalink:problem:");
        assertThat(problem.path("detail").asText()).isNotBlank();
    }
}
