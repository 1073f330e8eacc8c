package rw.ishemalink.simulators.mtn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A merchant as a test needs one: the configured one of Rwanda or a provisioned one of the sandbox. */
record Merchant(String apiUser, String apiKey, String environment, String currency) {

    static final String SUBSCRIPTION_KEY = "local-mtn-subscription-key";

    /** How long a test waits for what is a matter of moments. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger PAYERS = new AtomicInteger();

    static Merchant rwandan() {
        return new Merchant("7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11", "local-mtn-api-key", "mtnrwanda", "RWF");
    }

    static Merchant sandbox(String callbackHost) {
        String id = UUID.randomUUID().toString();
        given().header("X-Reference-Id", id)
                .header("Ocp-Apim-Subscription-Key", SUBSCRIPTION_KEY)
                .contentType(ContentType.JSON)
                .body(Map.of("providerCallbackHost", callbackHost))
                .post("/mtn/v1_0/apiuser")
                .then()
                .statusCode(201);
        String key = given().header("Ocp-Apim-Subscription-Key", SUBSCRIPTION_KEY)
                .post("/mtn/v1_0/apiuser/" + id + "/apikey")
                .then()
                .statusCode(201)
                .extract()
                .path("apiKey");
        return new Merchant(id, key, "sandbox", "EUR");
    }

    /** A Rwandan payer nobody else uses. */
    static String freshPayer() {
        return "25078%07d".formatted(PAYERS.incrementAndGet());
    }

    String token(String product) {
        return given().auth()
                .preemptive()
                .basic(apiUser, apiKey)
                .header("Ocp-Apim-Subscription-Key", SUBSCRIPTION_KEY)
                .post("/mtn/" + product + "/token/")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    RequestSpecification calls(String product) {
        return given().header("Authorization", "Bearer " + token(product))
                .header("Ocp-Apim-Subscription-Key", SUBSCRIPTION_KEY)
                .header("X-Target-Environment", environment);
    }

    Map<String, Object> requestToPay(String payer, String amount) {
        Map<String, Object> body = new HashMap<>();
        body.put("amount", amount);
        body.put("currency", currency);
        body.put("externalId", "ISH-TEST");
        body.put("payer", Map.of("partyIdType", "MSISDN", "partyId", payer));
        body.put("payerMessage", "Potatoes to Kigali");
        body.put("payeeNote", "ISH-TEST");
        return body;
    }

    Response post(String product, String operation, UUID reference, Object body) {
        return calls(product)
                .header("X-Reference-Id", reference)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/mtn/" + product + "/v1_0/" + operation);
    }

    UUID pays(String payer, String amount) {
        UUID reference = UUID.randomUUID();
        post("collection", "requesttopay", reference, requestToPay(payer, amount))
                .then()
                .statusCode(202);
        return reference;
    }

    Response status(String product, String operation, UUID reference) {
        return calls(product).get("/mtn/" + product + "/v1_0/" + operation + "/" + reference);
    }

    String statusOf(UUID requestToPay) {
        return status("collection", "requesttopay", requestToPay)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    void awaitStatus(UUID requestToPay, String status) {
        await().atMost(PATIENCE).until(() -> statusOf(requestToPay).equals(status));
    }
}
