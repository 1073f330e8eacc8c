package rw.ishemalink.simulators.airtel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.WorldClock;

/** The settlement file, by Airtel's; MTN's is made by the same hand. */
@QuarkusTest
class SettlementTest implements OrdersWithdrawn {

    @Inject
    WorldClock clock;

    private final Shop shop = new Shop();

    @Test
    void every_decided_operation_is_a_line_with_its_fee() {
        String paid = paid(12_345);
        String failed = shop.pays("733456049", 700);
        shop.awaitStatus(failed, "TF");

        assertThat(line(paid)).hasValueSatisfying(line -> assertThat(line)
                .startsWith(paid + "," + shop.moneyId(paid) + ",COLLECTION,12345,123,SUCCEEDED,"));
        assertThat(line(failed)).hasValueSatisfying(line -> assertThat(line).contains(",COLLECTION,700,0,FAILED,"));
    }

    @Test
    void a_refund_is_named_by_the_payment_that_went_back() {
        String paid = paid(5_000);
        shop.refund(shop.moneyId(paid)).body("status.success", equalTo(true));
        assertThat(lines()).anyMatch(line -> line.startsWith(paid + ",") && line.contains(",REFUND,5000,0,SUCCEEDED,"));
    }

    @Test
    void differences_are_planted_by_hand_and_withdrawn() {
        String missing = paid(1_000);
        String dearer = paid(2_000);
        String turned = paid(3_000);
        plant(List.of(
                        Map.of("what", "MISSING", "reference", missing),
                        Map.of("what", "AMOUNT", "reference", dearer, "amount", 2_001),
                        Map.of("what", "STATUS", "reference", turned),
                        Map.of("what", "FOREIGN", "reference", "nobodys", "amount", 77)))
                .statusCode(200);

        assertThat(line(missing)).isEmpty();
        assertThat(line(dearer)).hasValueSatisfying(line -> assertThat(line).contains(",2001,"));
        assertThat(line(turned)).hasValueSatisfying(line -> assertThat(line).contains(",FAILED,"));
        assertThat(line("nobodys"))
                .hasValueSatisfying(line -> assertThat(line).contains(",COLLECTION,77,0,SUCCEEDED,"));

        withdraw();
        assertThat(line(missing)).isPresent();
        assertThat(line("nobodys")).isEmpty();
    }

    @Test
    void a_difference_without_a_reference_chooses_a_line_and_says_which() {
        paid(1_000);
        paid(1_000);
        plant(List.of(Map.of("what", "MISSING"), Map.of("what", "AMOUNT"), Map.of("what", "FOREIGN")))
                .statusCode(200)
                .body("[0].reference", notNullValue())
                .body("[1].reference", notNullValue())
                .body("[2].reference", notNullValue());
    }

    @Test
    void a_day_without_lines_and_a_day_that_is_none_are_refused() {
        given().contentType(ContentType.JSON)
                .body(List.of(Map.of("what", "MISSING")))
                .put("/control/airtel/settlement/2001-01-01")
                .then()
                .statusCode(409);
        given().contentType(ContentType.JSON)
                .body(List.of(Map.of("reference", "x")))
                .put("/control/airtel/settlement/2001-01-01")
                .then()
                .statusCode(400);
        file("yesterday").statusCode(400);
    }

    @Test
    void the_file_is_for_the_merchant_only() {
        given().get("/airtel/settlement/2026-11-21.csv").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic(Shop.CLIENT, "wrong")
                .get("/airtel/settlement/2026-11-21.csv")
                .then()
                .statusCode(401);
        given().get("/mtn/settlement/2026-11-21.csv").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11", "local-mtn-api-key")
                .get("/mtn/settlement/2026-11-21.csv")
                .then()
                .statusCode(200);
    }

    private String paid(long amount) {
        String id = shop.pays(Shop.freshNumber(), amount);
        shop.awaitStatus(id, "TS");
        return id;
    }

    private Optional<String> line(String reference) {
        return lines().stream().filter(line -> line.startsWith(reference + ",")).findFirst();
    }

    /** Of today and, should the day just have ended in Rwanda, of yesterday. */
    private List<String> lines() {
        LocalDate today = today();
        return List.of(today.minusDays(1), today).stream()
                .flatMap(day -> file(day.toString())
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .filter(line -> !line.startsWith("reference,"))
                .toList();
    }

    private ValidatableResponse plant(List<Map<String, ?>> differences) {
        return given().contentType(ContentType.JSON)
                .body(differences)
                .put("/control/airtel/settlement/" + today())
                .then();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Kigali"));
    }

    private static ValidatableResponse file(String day) {
        return given().auth()
                .preemptive()
                .basic(Shop.CLIENT, Shop.SECRET)
                .get("/airtel/settlement/" + day + ".csv")
                .then();
    }
}
