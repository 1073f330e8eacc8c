package rw.ishemalink.simulators.mtn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class CallbackTest implements OrdersWithdrawn {

    private final Merchant merchant = Merchant.rwandan();
    private final String payer = Merchant.freshPayer();
    private CallbackListener listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new CallbackListener();
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    @Test
    void the_end_is_reported_once_by_put_in_the_shape_of_the_status() {
        UUID reference = pays("/once");

        await().until(() -> listener.heard().size() == 1);
        CallbackListener.Heard callback = listener.heard().getFirst();
        assertThat(callback.method()).isEqualTo("PUT");
        assertThat(callback.path()).isEqualTo("/once");
        assertThat(callback.get("status")).isEqualTo("SUCCESSFUL");
        assertThat(callback.get("payer.partyId")).isEqualTo(payer);
        assertThat(callback.get("financialTransactionId"))
                .isEqualTo(
                        merchant.status("collection", "requesttopay", reference).path("financialTransactionId"));
        await().untilAsserted(() ->
                given().get("/control/mtn/callbacks").then().body("referenceId", hasItem(reference.toString())));
    }

    @Test
    void callbacks_come_by_post_when_ordered() {
        order("mtn", Map.of("callbackMethod", "POST"));
        pays("/post");

        await().until(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().method()).isEqualTo("POST");
    }

    @Test
    void a_failure_is_reported_with_its_reason_as_object_when_ordered() {
        order("mtn", Map.of("reasonShape", "OBJECT"));
        tell("REFUSE");
        UUID reference = pays("/refused");

        await().until(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().get("reason.code")).isEqualTo("APPROVAL_REJECTED");
        merchant.status("collection", "requesttopay", reference)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason.code", equalTo("APPROVAL_REJECTED"));
    }

    @Test
    void callbacks_repeat_when_ordered() {
        order("mtn", Map.of("callback", "REPEATED"));
        pays("/repeated");

        await().until(() -> listener.heard().size() == 3);
        assertThat(listener.heard()).containsOnly(listener.heard().getFirst());
    }

    @Test
    void no_callback_comes_when_ordered_but_the_payment_is_made() {
        order("mtn", Map.of("callback", "NEVER"));
        UUID silent = pays("/never");
        await().until(() -> merchant.statusOf(silent).equals("SUCCESSFUL"));

        order("mtn", Map.of("callback", "ONCE"));
        pays("/afterwards");
        await().until(() -> !listener.heard().isEmpty());
        assertThat(listener.heard()).extracting(CallbackListener.Heard::path).containsExactly("/afterwards");
    }

    @Test
    void a_late_callback_comes_after_its_delay() {
        order("mtn", Map.of("callback", "LATE", "delayMillis", 600_000));
        UUID late = pays("/late");
        await().until(() -> merchant.statusOf(late).equals("SUCCESSFUL"));
        moveClockAhead(300);
        assertThat(listener.heard()).isEmpty();

        moveClockAhead(601);
        await().until(() -> listener.heard().size() == 1);
    }

    @Test
    void a_forged_callback_says_successful_for_a_payment_that_is_not() {
        order("mtn", Map.of("callback", "FORGED"));
        tell("SILENT");
        UUID reference = pays("/forged");

        await().until(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().get("status")).isEqualTo("SUCCESSFUL");
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
    }

    @Test
    void a_newer_callback_overtakes_the_older_when_ordered() {
        order("mtn", Map.of("callback", "REORDERED"));
        pays("/older");
        pays("/newer");

        await().until(() -> listener.heard().size() == 2);
        assertThat(listener.heard()).extracting(CallbackListener.Heard::path).containsExactly("/newer", "/older");
    }

    @Test
    void a_held_callback_is_sent_when_nothing_overtakes_it() {
        order("mtn", Map.of("callback", "REORDERED", "delayMillis", 100));
        pays("/alone");

        await().until(() -> listener.heard().size() == 1);
    }

    @Test
    void a_callback_address_on_another_host_than_registered_fails_the_request() {
        for (String url : List.of("http://elsewhere.example/x", "http://127.0.0.1/x", "ftp://localhost/x", "no url")) {
            ask(UUID.randomUUID(), url).statusCode(500).body("code", equalTo("INVALID_CALLBACK_URL_HOST"));
        }
    }

    private UUID pays(String path) {
        UUID reference = UUID.randomUUID();
        ask(reference, listener.url(path)).statusCode(202);
        return reference;
    }

    private ValidatableResponse ask(UUID reference, String callbackUrl) {
        return merchant.calls("collection")
                .header("X-Reference-Id", reference)
                .header("X-Callback-Url", callbackUrl)
                .contentType(ContentType.JSON)
                .body(merchant.requestToPay(payer, "5000"))
                .post("/mtn/collection/v1_0/requesttopay")
                .then();
    }

    private void tell(String behaviour) {
        given().contentType(ContentType.JSON)
                .body(Map.of("behaviour", behaviour))
                .put("/control/mtn/payers/" + payer)
                .then()
                .statusCode(200);
    }
}
