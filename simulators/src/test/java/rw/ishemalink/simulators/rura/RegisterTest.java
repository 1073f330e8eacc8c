package rw.ishemalink.simulators.rura;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegisterTest {

    private final String number = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({
        "authorisations/drivers, DRIVER_AUTHORISATION",
        "authorisations/vehicles, VEHICLE_AUTHORISATION",
        "licences/operators, OPERATOR_LICENCE",
        "inspections/vehicles, VEHICLE_INSPECTION",
        "licences/drivers, DRIVING_LICENCE",
        "insurances/vehicles, INSURANCE"
    })
    void what_the_clerk_stored_is_what_an_asker_gets(String part, String kind) {
        store(part, entry(), "local-rura-clerk-key").statusCode(200);

        ask(part, "local-rura-api-key")
                .statusCode(200)
                .body("number", equalTo("RURA-2026-0042"))
                .body("kind", equalTo(kind))
                .body("holder", equalTo("Mutoni Transport Ltd"))
                .body("vehiclePlate", equalTo("RAB 123 C"))
                .body("issuedOn", equalTo("2026-01-01"))
                .body("validUntil", equalTo("2027-12-31"))
                .body("status", equalTo("VALID"))
                .body("holderTin", equalTo("100000001"))
                .body("zone", equalTo("NATIONAL"))
                .body("categories", contains("B", "C"));
    }

    @Test
    void a_driving_licence_without_categories_is_refused() {
        Map<String, Object> entry = entry();
        entry.remove("categories");
        store("licences/drivers", entry, "local-rura-clerk-key")
                .statusCode(400)
                .body("detail", equalTo("categories are needed"));
    }

    @Test
    void a_later_entry_replaces_the_earlier() {
        store("licences/operators", entry(), "local-rura-clerk-key").statusCode(200);
        Map<String, Object> suspended = entry();
        suspended.put("status", "SUSPENDED");
        store("licences/operators", suspended, "local-rura-clerk-key").statusCode(200);

        ask("licences/operators", "local-rura-api-key").body("status", equalTo("SUSPENDED"));
    }

    @Test
    void a_plate_is_found_with_and_without_its_blanks() {
        given().header("X-Clerk-Key", "local-rura-clerk-key")
                .contentType(ContentType.JSON)
                .body(entry())
                .put("/rura/v1/authorisations/vehicles/{plate}", "RAD 451 K")
                .then()
                .statusCode(200);

        given().header("X-Api-Key", "local-rura-api-key")
                .get("/rura/v1/authorisations/vehicles/rad451k")
                .then()
                .statusCode(200);
    }

    @Test
    void an_unknown_entry_is_404_as_a_problem() {
        ask("authorisations/drivers", "local-rura-api-key")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("the register has no such entry"));
    }

    @Test
    void without_the_right_key_nobody_asks_or_stores() {
        ask("licences/operators", "wrong").statusCode(401);
        given().get("/rura/v1/licences/operators/" + number).then().statusCode(401);
        store("licences/operators", entry(), "local-rura-api-key").statusCode(401);
    }

    @Test
    void an_entry_that_cannot_be_is_refused_with_what_to_mend() {
        Map<String, Object> entry = entry();
        entry.put("validUntil", "2025-01-01");
        entry.put("kind", "DRIVER_AUTHORISATION");
        entry.remove("holder");

        store("licences/operators", entry, "local-rura-clerk-key")
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("number and holder are needed; issuedOn and validUntil are needed, in this order; "
                                + "kind must be OPERATOR_LICENCE here"));
    }

    private ValidatableResponse store(String part, Object entry, String clerkKey) {
        return given().header("X-Clerk-Key", clerkKey)
                .contentType(ContentType.JSON)
                .body(entry)
                .put("/rura/v1/" + part + "/" + number)
                .then();
    }

    private ValidatableResponse ask(String part, String apiKey) {
        return given().header("X-Api-Key", apiKey)
                .get("/rura/v1/" + part + "/" + number)
                .then();
    }

    private static Map<String, Object> entry() {
        return new HashMap<>(Map.of(
                "number", "RURA-2026-0042",
                "holder", "Mutoni Transport Ltd",
                "vehiclePlate", "RAB 123 C",
                "issuedOn", "2026-01-01",
                "validUntil", "2027-12-31",
                "status", "VALID",
                "holderTin", "100000001",
                "zone", "NATIONAL",
                "categories", List.of("B", "C")));
    }
}
