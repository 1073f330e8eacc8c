package rw.ishemalink.simulators.mtn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class DisbursementTest implements OrdersWithdrawn {

    private final Merchant merchant = Merchant.rwandan();

    @Test
    void a_transfer_pays_a_payee_out_of_the_disbursement_account() {
        long before = available();
        UUID reference = UUID.randomUUID();
        merchant.post("disbursement", "transfer", reference, transfer(Merchant.freshPayer(), "8500"))
                .then()
                .statusCode(202);

        awaitEnd(merchant, "transfer", reference);
        assertThat(statusOf(merchant, "transfer", reference)).isEqualTo("SUCCESSFUL");
        assertThat(before - available()).isEqualTo(8500);
        merchant.post("disbursement", "transfer", reference, transfer(Merchant.freshPayer(), "8500"))
                .then()
                .statusCode(409);
        assertThat(before - available()).isEqualTo(8500);
    }

    @Test
    void a_transfer_beyond_the_balance_fails() {
        failsWith("NOT_ENOUGH_FUNDS", transfer(Merchant.freshPayer(), "99999999999"));
    }

    @Test
    void a_payees_test_number_fails_with_its_reason() {
        failsWith("PAYEE_NOT_FOUND", transfer("46733123457", "10"));
    }

    private void failsWith(String reason, Map<String, Object> transfer) {
        UUID reference = UUID.randomUUID();
        merchant.post("disbursement", "transfer", reference, transfer).then().statusCode(202);
        awaitEnd(merchant, "transfer", reference);
        merchant.status("disbursement", "transfer", reference)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", equalTo(reason));
    }

    @Test
    void a_successful_payment_is_refunded_in_parts_but_never_beyond() {
        UUID paid = merchant.pays(Merchant.freshPayer(), "5000");
        merchant.awaitStatus(paid, "SUCCESSFUL");

        assertThat(refund(paid, "3000")).isEqualTo("SUCCESSFUL");
        assertThat(refund(paid, "2001")).isEqualTo("FAILED");
        assertThat(refund(paid, "2000")).isEqualTo("SUCCESSFUL");
        assertThat(refund(paid, "1")).isEqualTo("FAILED");
    }

    @Test
    void a_payment_that_is_not_successful_is_not_refunded() {
        Merchant sandbox = Merchant.sandbox("localhost");
        UUID pending = sandbox.pays("46733123453", "10");
        UUID reference = UUID.randomUUID();

        sandbox.post("disbursement", "refund", reference, refundBody(sandbox, pending, "10"))
                .then()
                .statusCode(202);
        awaitEnd(sandbox, "refund", reference);
        assertThat(statusOf(sandbox, "refund", reference)).isEqualTo("FAILED");
    }

    @Test
    void an_unknown_payment_cannot_be_refunded() {
        merchant.post("disbursement", "refund", UUID.randomUUID(), refundBody(merchant, UUID.randomUUID(), "10"))
                .then()
                .statusCode(404)
                .body("code", equalTo("RESOURCE_NOT_FOUND"));
    }

    private String refund(UUID paid, String amount) {
        UUID reference = UUID.randomUUID();
        merchant.post("disbursement", "refund", reference, refundBody(merchant, paid, amount))
                .then()
                .statusCode(202);
        awaitEnd(merchant, "refund", reference);
        return statusOf(merchant, "refund", reference);
    }

    private static Map<String, Object> refundBody(Merchant merchant, UUID paid, String amount) {
        return Map.of(
                "amount",
                amount,
                "currency",
                merchant.currency(),
                "externalId",
                "ISH-REFUND",
                "payerMessage",
                "refund",
                "payeeNote",
                "refund",
                "referenceIdToRefund",
                paid.toString());
    }

    private Map<String, Object> transfer(String payee, String amount) {
        Map<String, Object> body = new HashMap<>(merchant.requestToPay(payee, amount));
        body.put("payee", body.remove("payer"));
        return body;
    }

    private static void awaitEnd(Merchant merchant, String operation, UUID reference) {
        await().atMost(Merchant.PATIENCE)
                .until(() -> !statusOf(merchant, operation, reference).equals("PENDING"));
    }

    private static String statusOf(Merchant merchant, String operation, UUID reference) {
        return merchant.status("disbursement", operation, reference)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private long available() {
        return Long.parseLong(merchant.calls("disbursement")
                .get("/mtn/disbursement/v1_0/account/balance")
                .then()
                .statusCode(200)
                .extract()
                .path("availableBalance"));
    }
}
