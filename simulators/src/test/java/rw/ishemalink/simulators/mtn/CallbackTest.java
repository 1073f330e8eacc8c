package rw.ishemalink.simulators.mtn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.money.CallbackListener;

@QuarkusTest
class CallbackTest implements OrdersWithdrawn {

    @Inject
    Agenda agenda;

    @Inject
    WorldClock clock;

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

        listener.awaitHeard(1);
        CallbackListener.Heard callback = listener.heard().getFirst();
        assertThat(callback.method()).isEqualTo("PUT");
        assertThat(callback.path()).isEqualTo("/once");
        assertThat(callback.get("status")).isEqualTo("SUCCESSFUL");
        assertThat(callback.get("payer.partyId")).isEqualTo(payer);
        assertThat(callback.get("financialTransactionId"))
                .isEqualTo(
                        merchant.status("collection", "requesttopay", reference).path("financialTransactionId"));
        await().atMost(Merchant.PATIENCE).untilAsserted(() -> given().get("/control/mtn/callbacks")
                .then()
                .body("referenceId", hasItem(reference.toString())));

        pays("/afterwards");
        listener.awaitHeard(2);
        assertThat(listener.paths()).containsExactly("/once", "/afterwards");
    }

    @Test
    void callbacks_come_by_post_when_ordered() {
        order("mtn", Map.of("callbackMethod", "POST"));
        pays("/post");

        listener.awaitHeard(1);
        assertThat(listener.heard().getFirst().method()).isEqualTo("POST");
    }

    @Test
    void a_failure_is_reported_with_its_reason_as_object_when_ordered() {
        order("mtn", Map.of("reasonShape", "OBJECT"));
        tell("REFUSE");
        UUID reference = pays("/refused");

        listener.awaitHeard(1);
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

        listener.awaitHeard(3);
        assertThat(listener.heard()).containsOnly(listener.heard().getFirst());
    }

    @Test
    void no_callback_comes_when_ordered_but_the_payment_is_made() throws InterruptedException {
        order("mtn", Map.of("callback", "NEVER"));
        UUID silent = pays("/never");
        merchant.awaitStatus(silent, "SUCCESSFUL");
        awaitDueWork();

        order("mtn", Map.of("callback", "ONCE"));
        pays("/afterwards");
        listener.awaitHeard(1);
        assertThat(listener.paths()).containsExactly("/afterwards");
    }

    @Test
    void a_late_callback_comes_after_its_delay() throws InterruptedException {
        order("mtn", Map.of("callback", "LATE", "delayMillis", 600_000));
        UUID late = pays("/late");
        merchant.awaitStatus(late, "SUCCESSFUL");
        awaitDueWork();

        order("mtn", Map.of("callback", "ONCE"));
        moveClockAhead(300);
        pays("/meanwhile");
        listener.awaitHeard(1);
        assertThat(listener.paths()).containsExactly("/meanwhile");

        moveClockAhead(601);
        listener.awaitHeard(2);
        assertThat(listener.paths()).containsExactly("/meanwhile", "/late");
    }

    @Test
    void a_forged_callback_says_successful_for_a_payment_that_is_not() {
        order("mtn", Map.of("callback", "FORGED"));
        tell("SILENT");
        UUID reference = pays("/forged");

        listener.awaitHeard(1);
        assertThat(listener.heard().getFirst().get("status")).isEqualTo("SUCCESSFUL");
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
    }

    @Test
    void a_callback_can_be_forged_by_hand_at_any_time() {
        order("mtn", Map.of("callback", "NEVER"));
        tell("SILENT");
        UUID reference = pays("/by-hand");

        given().post("/control/mtn/callbacks/" + reference).then().statusCode(204);
        listener.awaitHeard(1);
        assertThat(listener.heard().getFirst().get("status")).isEqualTo("SUCCESSFUL");
        assertThat(merchant.statusOf(reference)).isEqualTo("PENDING");
        given().post("/control/mtn/callbacks/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_newer_callback_overtakes_the_older_when_ordered() {
        order("mtn", Map.of("callback", "REORDERED", "delayMillis", 600_000));
        pays("/older");
        pays("/newer");

        listener.awaitHeard(2);
        assertThat(listener.paths()).containsExactly("/newer", "/older");
    }

    @Test
    void a_held_callback_is_sent_when_nothing_overtakes_it() {
        order("mtn", Map.of("callback", "REORDERED", "delayMillis", 100));
        pays("/alone");

        listener.awaitHeard(1);
    }

    @Test
    void a_callback_address_on_another_host_than_registered_fails_the_request() {
        for (String url : List.of("http://elsewhere.example/x", "http://127.0.0.1/x", "ftp://localhost/x", "no url")) {
            ask(UUID.randomUUID(), url).statusCode(500).body("code", equalTo("INVALID_CALLBACK_URL_HOST"));
        }
    }

    /** Until what was due by now is done: the agenda has one worker, who keeps to the order of time. */
    private void awaitDueWork() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        agenda.at(clock.instant(), done::countDown);
        assertThat(done.await(Merchant.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
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
