package rw.ishemalink.simulators.mtn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class RequestToPayTest implements OrdersWithdrawn {

    private final Merchant rwandan = Merchant.rwandan();

    @Test
    void an_accepted_request_is_202_with_an_empty_body_and_successful_a_little_later() {
        UUID reference = UUID.randomUUID();
        ask(rwandan, reference, rwandan.requestToPay(Merchant.freshPayer(), "5000"))
                .statusCode(202)
                .body(emptyString());

        rwandan.awaitStatus(reference, "SUCCESSFUL");
        rwandan.status("collection", "requesttopay", reference)
                .then()
                .body("amount", equalTo("5000"))
                .body("currency", equalTo("RWF"))
                .body("financialTransactionId", matchesPattern("\\d+"))
                .body("externalId", equalTo("ISH-TEST"))
                .body("payer.partyIdType", equalTo("MSISDN"))
                .body("reason", nullValue());
    }

    @Test
    void a_repeated_reference_is_refused_with_409() {
        UUID reference = rwandan.pays(Merchant.freshPayer(), "5000");

        ask(rwandan, reference, rwandan.requestToPay(Merchant.freshPayer(), "700"))
                .statusCode(409)
                .body("code", equalTo("RESOURCE_ALREADY_EXIST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking-17", "1-1-1-1-1", ""})
    void a_reference_that_is_no_uuid_is_refused_with_400(String reference) {
        rwandan.calls("collection")
                .header("X-Reference-Id", reference)
                .contentType(ContentType.JSON)
                .body(rwandan.requestToPay(Merchant.freshPayer(), "5000"))
                .post("/mtn/collection/v1_0/requesttopay")
                .then()
                .statusCode(400);
    }

    @Test
    void the_sandbox_takes_euro_only_and_rwanda_francs_only() {
        Merchant sandbox = Merchant.sandbox("localhost");
        Map<String, Object> euro = sandbox.requestToPay(Merchant.freshPayer(), "10.50");

        ask(sandbox, UUID.randomUUID(), euro).statusCode(202);
        ask(rwandan, UUID.randomUUID(), euro).statusCode(500).body("code", equalTo("INVALID_CURRENCY"));
        ask(sandbox, UUID.randomUUID(), rwandan.requestToPay(Merchant.freshPayer(), "5000"))
                .statusCode(500)
                .body("code", equalTo("INVALID_CURRENCY"));
    }

    @Test
    void another_target_environment_than_the_api_users_is_not_allowed() {
        Merchant lost = new Merchant(rwandan.apiUser(), rwandan.apiKey(), "mtnuganda", "RWF");

        ask(lost, UUID.randomUUID(), lost.requestToPay(Merchant.freshPayer(), "5000"))
                .statusCode(500)
                .body("code", equalTo("NOT_ALLOWED_TARGET_ENVIRONMENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "12.5", "five", ""})
    void rwanda_takes_positive_whole_francs_only(String amount) {
        ask(rwandan, UUID.randomUUID(), rwandan.requestToPay(Merchant.freshPayer(), amount))
                .statusCode(400);
    }

    @Test
    void an_amount_that_is_a_number_and_not_a_text_is_refused() {
        Map<String, Object> body = rwandan.requestToPay(Merchant.freshPayer(), "5000");
        body.put("amount", 5000);

        ask(rwandan, UUID.randomUUID(), body)
                .statusCode(400)
                .body("message", equalTo("amount has a value of the wrong type"));
    }

    @Test
    void a_broken_body_is_refused_in_mtns_form() {
        rwandan.calls("collection")
                .header("X-Reference-Id", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"amount\":")
                .post("/mtn/collection/v1_0/requesttopay")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    void messages_are_at_most_160_plain_characters() {
        refusesMessage("x".repeat(161));
        refusesMessage("the driver's fee");
        refusesMessage("<b>fee</b>");

        Map<String, Object> body = rwandan.requestToPay(Merchant.freshPayer(), "5000");
        body.put("payeeNote", "x".repeat(160));
        ask(rwandan, UUID.randomUUID(), body).statusCode(202);
    }

    private void refusesMessage(String message) {
        Map<String, Object> body = rwandan.requestToPay(Merchant.freshPayer(), "5000");
        body.put("payerMessage", message);
        ask(rwandan, UUID.randomUUID(), body).statusCode(400);
    }

    @Test
    void an_msisdn_has_no_plus() {
        ask(rwandan, UUID.randomUUID(), rwandan.requestToPay("+250788123456", "5000"))
                .statusCode(400);
    }

    @Test
    void an_unknown_reference_is_not_found() {
        rwandan.status("collection", "requesttopay", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("RESOURCE_NOT_FOUND"));
    }

    @Test
    void the_request_of_another_merchant_is_not_found() {
        UUID reference = rwandan.pays(Merchant.freshPayer(), "5000");

        Merchant.sandbox("localhost")
                .status("collection", "requesttopay", reference)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "46733123450, INTERNAL_PROCESSING_ERROR",
        "46733123451, APPROVAL_REJECTED",
        "46733123452, EXPIRED",
        "46733123455, PAYER_NOT_FOUND",
        "46733123457, NOT_ALLOWED",
        "46733123462, SERVICE_UNAVAILABLE",
        "46733123463, COULD_NOT_PERFORM_TRANSACTION"
    })
    void a_test_number_fails_with_its_reason(String msisdn, String reason) {
        Merchant sandbox = Merchant.sandbox("localhost");
        UUID reference = sandbox.pays(msisdn, "10");

        sandbox.awaitStatus(reference, "FAILED");
        sandbox.status("collection", "requesttopay", reference).then().body("reason", equalTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"250783456039, APPROVAL_REJECTED", "250783456029, PAYER_NOT_FOUND", "250783456019, PAYER_LIMIT_REACHED"
    })
    void rwanda_has_test_numbers_of_its_own(String msisdn, String reason) {
        UUID reference = rwandan.pays(msisdn, "10");
        rwandan.awaitStatus(reference, "FAILED");
        rwandan.status("collection", "requesttopay", reference).then().body("reason", equalTo(reason));
    }

    @Test
    void test_number_454_is_created_and_successful_after_25_seconds() {
        Merchant sandbox = Merchant.sandbox("localhost");
        UUID reference = sandbox.pays("46733123454", "10");

        assertThat(sandbox.statusOf(reference)).isEqualTo("CREATED");
        moveClockAhead(26);
        assertThat(sandbox.statusOf(reference)).isEqualTo("SUCCESSFUL");
    }

    @Test
    void the_collection_account_holds_what_was_collected() {
        long before = collected();
        UUID reference = rwandan.pays(Merchant.freshPayer(), "1234");
        rwandan.awaitStatus(reference, "SUCCESSFUL");

        assertThat(collected() - before).isGreaterThanOrEqualTo(1234);
        rwandan.calls("collection")
                .get("/mtn/collection/v1_0/account/balance/EUR")
                .then()
                .statusCode(500)
                .body("code", equalTo("INVALID_CURRENCY"));
    }

    private long collected() {
        return Long.parseLong(rwandan.calls("collection")
                .get("/mtn/collection/v1_0/account/balance")
                .then()
                .statusCode(200)
                .body("currency", equalTo("RWF"))
                .extract()
                .path("availableBalance"));
    }

    private static ValidatableResponse ask(Merchant merchant, UUID reference, Object body) {
        return merchant.post("collection", "requesttopay", reference, body).then();
    }
}
