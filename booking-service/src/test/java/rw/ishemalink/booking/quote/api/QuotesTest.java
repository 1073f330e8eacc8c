package rw.ishemalink.booking.quote.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Quotes by HTTP: what is priced, what is kept, and who sees it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class QuotesTest {

    private final Someone sender = Someone.sender();

    @Test
    void a_quote_is_kept_word_for_word() {
        Map<String, Object> answer = sender.posts(Journeys.COFFEE, "/api/quotes")
                .statusCode(201)
                .extract()
                .path("");
        sender.gets("/api/quotes/{id}", Objects.requireNonNull(answer.get("quoteId")))
                .statusCode(200)
                .body("", equalTo(answer))
                .body("kind", equalTo("CARGO_INTERNATIONAL"))
                .body("destination.country", equalTo("UG"))
                .body("borderPost", equalTo("Gatuna"))
                .body("lines.name", contains("base", "international"));
    }

    @Test
    void a_quote_names_the_policy_behind_its_tariff() {
        sender.posts(Journeys.RIDE, "/api/quotes")
                .statusCode(201)
                .body("tariffSource", equalTo("RURA, moto fares of August 2022"));
        sender.posts(Journeys.POTATOES, "/api/quotes")
                .statusCode(201)
                .body("tariffSource", equalTo("IshemaLink, cargo tariff 2026 (docs/tariffs.md)"));
    }

    @Test
    void another_persons_quote_is_404() {
        UUID quoteId = sender.quotes(Journeys.POTATOES);
        assertProblem(Someone.sender().gets("/api/quotes/{id}", quoteId), 404, "no-such-quote");
        assertProblem(sender.gets("/api/quotes/{id}", UUID.randomUUID()), 404, "no-such-quote");
    }

    @Test
    void a_quote_of_the_same_person_in_another_tenant_is_404() {
        UUID quoteId = sender.quotes(Journeys.POTATOES);
        Someone elsewhere = new Someone(
                sender.id(),
                TestToken.of(Role.SENDER)
                        .person(sender.id())
                        .tenant("tenant-" + UUID.randomUUID())
                        .sign());
        assertProblem(elsewhere.gets("/api/quotes/{id}", quoteId), 404, "no-such-quote");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENDER", "CUSTOMER", "EXPORTER", "AGENT"})
    void only_those_who_book_have_quotes(Role role) {
        Someone other = Someone.with(sender.id(), role);
        assertProblem(other.gets("/api/quotes/{id}", sender.quotes(Journeys.RIDE)), 403, "not-allowed");
        assertProblem(other.posts(Journeys.RIDE, "/api/quotes"), 403, "not-allowed");
    }

    @Test
    void without_a_token_there_is_401() {
        for (String path : List.of("/api/quotes/" + UUID.randomUUID(), "/api/quotes/reference")) {
            given().get(path).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @Test
    void parcels_are_priced_together_and_travel_cold_if_one_of_them_must() {
        sender.posts(parcels(parcel("tea", 900), parcel("fresh-milk", 1_100)), "/api/quotes")
                .statusCode(201)
                .body("cargo.weightKg", equalTo(2_000))
                .body("cargo.packages", equalTo(2))
                .body("cargo.commodity", equalTo("fresh-milk"))
                .body("cargo.parcels.hsCode", contains("0902.30", "0401.20"))
                .body("lines.find { it.name == 'base' }.amount", equalTo(32_627))
                .body("total", equalTo(35_890)); // 32,627.4 x 1.1
    }

    @Test
    void one_parcel_costs_the_same_in_either_form() {
        int total = sender.posts(Journeys.POTATOES, "/api/quotes").extract().path("total");
        sender.posts(parcels(parcel("irish-potatoes", 2_000)), "/api/quotes")
                .statusCode(201)
                .body("total", equalTo(total));
    }

    @ParameterizedTest(name = "to {0} by {1}")
    @CsvSource({
        "UG, gatuna",
        "KE, Gatuna",
        "KE, Rusumo",
        "TZ, Rusumo",
        "CD, Petite Barrière",
        "CD, Bugarama",
        "BI, Nemba"
    })
    void exports_leave_by_a_post_that_leads_to_their_country(String country, String borderPost) {
        sender.posts(export(country, borderPost), "/api/quotes").statusCode(201);
    }

    @ParameterizedTest(name = "not to {0} by {1}")
    @CsvSource({"UG, Rusumo", "TZ, Gatuna", "KE, Nemba", "CD, Ruhwa", "BI, Bugarama"})
    void a_post_that_leads_elsewhere_is_refused_and_the_right_ones_are_named(String country, String borderPost) {
        assertProblem(sender.posts(export(country, borderPost), "/api/quotes"), 400, "border-post-elsewhere")
                .body("detail", containsString(borderPost + " does not lead to " + country));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"district\": \"Huye\"} | {\"district\": \"Huye\"}",
                "{\"district\": \"Huye\"} | {\"district\": \"24\"}",
                "{\"district\": \"huye\"} | {\"district\": \"24\", \"label\": \" HUYE \"}",
                "{\"district\": \"24\", \"label\": \"Market\"} | {\"district\": \"24\", \"label\": \"market\"}",
                "{\"district\": \"24\", \"latitude\": -2.6, \"longitude\": 29.74, \"label\": \"Shop\"}"
                        + " | {\"district\": \"24\", \"latitude\": -2.6003, \"longitude\": 29.74, \"label\": \"Farm\"}"
            })
    void goods_that_stay_where_they_are_are_refused(String origin, String destination) {
        assertProblem(sender.posts(domestic(origin, destination), "/api/quotes"), 400, "same-place");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"district\": \"24\", \"label\": \"Market\"} | {\"district\": \"24\", \"label\": \"Mill\"}",
                "{\"district\": \"24\", \"latitude\": -2.6, \"longitude\": 29.74}"
                        + " | {\"district\": \"24\", \"latitude\": -2.61, \"longitude\": 29.74}"
            })
    void goods_may_move_within_a_district_and_pay_for_15_km(String origin, String destination) {
        sender.posts(domestic(origin, destination), "/api/quotes")
                .statusCode(201)
                .body("distanceMetres", equalTo(15_000));
    }

    @Test
    void a_ride_of_less_than_50_metres_is_refused() {
        assertProblem(sender.posts(ride(-1.9441, -1.9445), "/api/quotes"), 400, "same-place"); // 44 m
        sender.posts(ride(-1.9441, -1.9446), "/api/quotes").statusCode(201); // 56 m
    }

    @Test
    void the_names_of_places_and_goods_are_for_everyone() {
        Someone.with(Role.DRIVER)
                .gets("/api/quotes/reference")
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=3600"))
                .body("districts", hasSize(30))
                .body("districts.find { it.code == '25' }.name", equalTo("Nyamagabe"))
                .body("countries.country", contains("BI", "CD", "KE", "TZ", "UG"))
                .body("countries.find { it.country == 'TZ' }.borderPosts", contains("Rusumo"))
                .body("countries.find { it.country == 'KE' }.borderPosts", hasItem("Gatuna"))
                .body("countries.find { it.country == 'UG' }.borderPosts", hasSize(4))
                .body("commodities.find { it.code == 'fresh-milk' }.hsCode", equalTo("0401.20"))
                .body("commodities.find { it.code == 'fresh-milk' }.perishable", equalTo(true));
    }

    @Test
    void names_that_have_not_changed_are_not_sent_again() {
        String tag = sender.gets("/api/quotes/reference").extract().header("ETag");
        sender.asks()
                .header("If-None-Match", tag)
                .get("/api/quotes/reference")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        sender.asks()
                .header("If-None-Match", "\"other\"")
                .get("/api/quotes/reference")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> parcels(Map<?, ?>... parcels) {
        Map<String, Object> journey = new HashMap<>(Journeys.POTATOES);
        journey.keySet().removeAll(List.of("commodity", "weightKg", "packages"));
        journey.put("parcels", List.of(parcels));
        return journey;
    }

    private static Map<String, Object> parcel(String commodity, int weightKg) {
        return Map.of("commodity", commodity, "weightKg", weightKg);
    }

    private static Map<String, Object> export(String country, String borderPost) {
        Map<String, Object> journey = new HashMap<>(Journeys.COFFEE);
        journey.put("destination", Map.of("country", country));
        journey.put("borderPost", borderPost);
        return journey;
    }

    private static String domestic(String origin, String destination) {
        return """
                {"kind": "CARGO_DOMESTIC", "origin": %s, "destination": %s, "commodity": "tea", "weightKg": 900}""".formatted(origin, destination);
    }

    private static Map<String, Object> ride(double fromLatitude, double toLatitude) {
        return Map.of(
                "kind", "RIDE",
                "origin", Map.of("latitude", fromLatitude, "longitude", 30.0619),
                "destination", Map.of("latitude", toLatitude, "longitude", 30.0619));
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
