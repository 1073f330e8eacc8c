package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the pretended MTN is told to do. Unless told otherwise it takes every order, leaves collections pending and
 * carries refunds out; transfers it takes and leaves pending. Payers and references are a test's own, so tests do not meet.
 */
final class Mtn {

    private static final String ORDERS = "/mtn/collection/v1_0/requesttopay";
    private static final String REFUNDS = "/mtn/disbursement/v1_0/refund";
    private static final String TRANSFERS = "/mtn/disbursement/v1_0/transfer";
    private static final int LAST = 10;
    private static final int FIRST = 1;

    private final WireMock mtn;

    private Mtn(WireMock mtn) {
        this.mtn = mtn;
    }

    static Mtn ready() {
        URI base = ConfigProvider.getConfig().getValue("ishema.payment.mtn.base-url", URI.class);
        Mtn ready = new Mtn(new WireMock(base.getHost(), base.getPort()));
        ready.mtn.register(post(urlMatching("/mtn/[a-z]+/token/"))
                .atPriority(LAST)
                .willReturn(okJson("{\"access_token\": \"t\", \"expires_in\": 3600}")));
        ready.mtn.register(post(ORDERS).atPriority(LAST).willReturn(aResponse().withStatus(202)));
        ready.mtn.register(
                get(urlMatching(ORDERS + "/.*")).atPriority(LAST).willReturn(okJson("{\"status\": \"PENDING\"}")));
        ready.mtn.register(post(REFUNDS).atPriority(LAST).willReturn(aResponse().withStatus(202)));
        ready.mtn.register(get(urlMatching(REFUNDS + "/.*"))
                .atPriority(LAST)
                .willReturn(okJson("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"back\"}")));
        ready.mtn.register(
                post(TRANSFERS).atPriority(LAST).willReturn(aResponse().withStatus(202)));
        ready.mtn.register(
                get(urlMatching(TRANSFERS + "/.*")).atPriority(LAST).willReturn(okJson("{\"status\": \"PENDING\"}")));
        return ready;
    }

    void says(UUID reference, String statusBody) {
        mtn.register(get(ORDERS + "/" + reference).atPriority(FIRST).willReturn(okJson(statusBody)));
    }

    void succeeds(UUID reference) {
        says(reference, "{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"tx-%s\"}".formatted(reference));
    }

    void fails(UUID reference, String reason) {
        says(reference, "{\"status\": \"FAILED\", \"reason\": \"%s\"}".formatted(reason));
    }

    void hasNeverSeen(UUID reference) {
        mtn.register(get(ORDERS + "/" + reference)
                .atPriority(FIRST)
                .willReturn(okJson("{\"code\": \"RESOURCE_NOT_FOUND\"}").withStatus(404)));
    }

    /** Answers that payer's orders so. */
    void answersOrders(String phone, ResponseDefinitionBuilder answer) {
        mtn.register(post(ORDERS)
                .atPriority(FIRST)
                .withRequestBody(matchingJsonPath("$.payer.partyId", equalTo(phone.substring(1))))
                .willReturn(answer));
    }

    /** Refuses to give that collection's money back until told otherwise. */
    void answersRefundsOf(UUID collection, ResponseDefinitionBuilder answer) {
        mtn.register(post(REFUNDS)
                .atPriority(FIRST)
                .withRequestBody(matchingJsonPath("$.referenceIdToRefund", equalTo(collection.toString())))
                .willReturn(answer));
    }

    int orders(UUID reference) {
        return mtn.find(postRequestedFor(urlEqualTo(ORDERS))
                        .withHeader("X-Reference-Id", equalTo(reference.toString())))
                .size();
    }

    int ordersOf(String phone) {
        return mtn.find(postRequestedFor(urlEqualTo(ORDERS))
                        .withRequestBody(matchingJsonPath("$.payer.partyId", equalTo(phone.substring(1)))))
                .size();
    }

    int questions(UUID reference) {
        return mtn.find(getRequestedFor(urlEqualTo(ORDERS + "/" + reference))).size();
    }

    int refundsOf(UUID collection) {
        return mtn.find(postRequestedFor(urlEqualTo(REFUNDS))
                        .withRequestBody(matchingJsonPath("$.referenceIdToRefund", equalTo(collection.toString()))))
                .size();
    }

    void transferSucceeds(UUID reference) {
        saysOfTransfer(
                reference,
                okJson("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"out-%s\"}".formatted(reference)));
    }

    void transferFails(UUID reference, String reason) {
        saysOfTransfer(reference, okJson("{\"status\": \"FAILED\", \"reason\": \"%s\"}".formatted(reason)));
    }

    void hasNeverSeenTransfer(UUID reference) {
        saysOfTransfer(reference, okJson("{\"code\": \"RESOURCE_NOT_FOUND\"}").withStatus(404));
    }

    private void saysOfTransfer(UUID reference, ResponseDefinitionBuilder answer) {
        mtn.register(get(TRANSFERS + "/" + reference).atPriority(FIRST).willReturn(answer));
    }

    /** Answers transfers to that phone so. */
    void answersTransfers(String phone, ResponseDefinitionBuilder answer) {
        mtn.register(post(TRANSFERS)
                .atPriority(FIRST)
                .withRequestBody(matchingJsonPath("$.payee.partyId", equalTo(phone.substring(1))))
                .willReturn(answer));
    }

    int transfers(UUID reference) {
        return mtn.find(postRequestedFor(urlEqualTo(TRANSFERS))
                        .withHeader("X-Reference-Id", equalTo(reference.toString())))
                .size();
    }

    int transfersTo(String phone) {
        return mtn.find(postRequestedFor(urlEqualTo(TRANSFERS))
                        .withRequestBody(matchingJsonPath("$.payee.partyId", equalTo(phone.substring(1)))))
                .size();
    }

    int questionsAboutTransfer(UUID reference) {
        return mtn.find(getRequestedFor(urlEqualTo(TRANSFERS + "/" + reference)))
                .size();
    }
}
