package rw.ishemalink.simulators.mtn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class PayerTest implements OrdersWithdrawn {

    private final Merchant merchant = Merchant.rwandan();
    private final String payer = Merchant.freshPayer();

    @Test
    void a_payer_who_refuses_makes_the_payment_fail_as_rejected() {
        tell(Map.of("behaviour", "REFUSE")).statusCode(200);
        failsWith("APPROVAL_REJECTED");
    }

    @Test
    void a_payer_without_money_makes_it_fail_as_not_enough_funds() {
        tell(Map.of("behaviour", "NO_FUNDS")).statusCode(200);
        failsWith("NOT_ENOUGH_FUNDS");
    }

    private void failsWith(String reason) {
        UUID reference = merchant.pays(payer, "5000");
        merchant.awaitStatus(reference, "FAILED");
        merchant.status("collection", "requesttopay", reference).then().body("reason", equalTo(reason));
    }

    @Test
    void a_silent_payers_prompt_expires_after_five_minutes() {
        tell(Map.of("behaviour", "SILENT")).statusCode(200);
        UUID reference = merchant.pays(payer, "5000");

        // A minute short of it, for the minute that the test itself may take.
        moveClockAhead(240);
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
        moveClockAhead(301);
        assertThat(merchant.statusOf(reference)).isEqualTo("FAILED");
        merchant.status("collection", "requesttopay", reference).then().body("reason", equalTo("EXPIRED"));
    }

    @Test
    void an_approval_after_the_window_is_none() {
        tell(Map.of("behaviour", "APPROVE", "delayMillis", 400_000)).statusCode(200);
        UUID reference = merchant.pays(payer, "5000");

        moveClockAhead(401);
        assertThat(merchant.statusOf(reference)).isEqualTo("FAILED");
    }

    @Test
    void a_payment_can_succeed_after_every_timeout_of_the_caller() {
        tell(Map.of("behaviour", "APPROVE_AFTER", "delayMillis", 1_860_000)).statusCode(200);
        UUID reference = merchant.pays(payer, "5000");

        moveClockAhead(1_800);
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
        moveClockAhead(1_861);
        assertThat(merchant.statusOf(reference)).isEqualTo("SUCCESSFUL");
    }

    @Test
    void mtn_never_admits_that_it_does_not_know() {
        tell(Map.of("behaviour", "AMBIGUOUS_THEN_APPROVE", "delayMillis", 600_000))
                .statusCode(200);
        UUID reference = merchant.pays(payer, "5000");

        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
        moveClockAhead(601);
        assertThat(merchant.statusOf(reference)).isEqualTo("SUCCESSFUL");
    }

    @Test
    void what_a_payer_is_told_later_does_not_change_a_prompt_that_is_out() {
        tell(Map.of("behaviour", "SILENT")).statusCode(200);
        UUID reference = merchant.pays(payer, "5000");
        tell(Map.of("behaviour", "APPROVE")).statusCode(200);

        moveClockAhead(60);
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
    }

    @Test
    void withdrawing_all_orders_makes_the_payer_ordinary_again() {
        tell(Map.of("behaviour", "REFUSE")).statusCode(200);
        withdraw();

        UUID reference = merchant.pays(payer, "5000");
        merchant.awaitStatus(reference, "SUCCESSFUL");
    }

    @Test
    void an_impossible_order_is_refused_as_a_problem() {
        tell(Map.of("behaviour", "APPROVE", "delayMillis", -1)).statusCode(400);
        tell(Map.of("behaviour", "DANCE")).statusCode(400).contentType("application/problem+json");
    }

    private ValidatableResponse tell(Map<String, ?> order) {
        return given().contentType(ContentType.JSON)
                .body(order)
                .put("/control/mtn/payers/" + payer)
                .then();
    }
}
