package rw.ishemalink.simulators.airtel;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;

/** Airtel's merchant as a test needs one. */
final class Shop {

    static final String CLIENT = "local-airtel-client";
    static final String SECRET = "local-airtel-client-secret";
    static final String CALLBACK_KEY = "local-airtel-callback-key";

    /** How long a test waits for what is a matter of moments. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger PAYERS = new AtomicInteger();

    /** Nine digits that nobody else uses. */
    static String freshNumber() {
        return "73%07d".formatted(PAYERS.incrementAndGet());
    }

    static String freshId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static ValidatableResponse askToken(String client, String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("client_id", client, "client_secret", secret, "grant_type", "client_credentials"))
                .post("/airtel/auth/oauth2/token")
                .then();
    }

    String token() {
        return askToken(CLIENT, SECRET).statusCode(200).extract().path("access_token");
    }

    RequestSpecification calls() {
        return calls(token());
    }

    RequestSpecification calls(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("X-Country", "RW")
                .header("X-Currency", "RWF");
    }

    Map<String, Object> collection(String id, Object msisdn, Object amount) {
        Map<String, Object> body = new HashMap<>();
        body.put("reference", "ISH7K3M9QXA");
        body.put("subscriber", Map.of("country", "RW", "currency", "RWF", "msisdn", msisdn));
        body.put("transaction", Map.of("amount", amount, "country", "RW", "currency", "RWF", "id", id));
        return body;
    }

    ValidatableResponse order(Object body) {
        return calls().contentType(ContentType.JSON)
                .body(body)
                .post("/airtel/merchant/v1/payments/")
                .then();
    }

    String pays(String msisdn, long amount) {
        String id = freshId();
        order(collection(id, msisdn, amount)).statusCode(200);
        return id;
    }

    ValidatableResponse enquiry(String id) {
        return calls().get("/airtel/standard/v1/payments/" + id).then();
    }

    String statusOf(String id) {
        return enquiry(id).statusCode(200).extract().path("data.transaction.status");
    }

    void awaitStatus(String id, String status) {
        await().atMost(PATIENCE).until(() -> statusOf(id).equals(status));
    }

    String moneyId(String id) {
        return enquiry(id).extract().path("data.transaction.airtel_money_id");
    }

    ValidatableResponse refund(String moneyId) {
        return calls().contentType(ContentType.JSON)
                .body(Map.of("transaction", Map.of("airtel_money_id", moneyId)))
                .post("/airtel/standard/v1/payments/refund")
                .then();
    }

    ValidatableResponse transfer(String id, String msisdn, long amount, String pin) {
        return calls().contentType(ContentType.JSON)
                .body(Map.of(
                        "payee", Map.of("msisdn", msisdn),
                        "reference", id,
                        "pin", encrypted(pin),
                        "transaction", Map.of("amount", amount, "id", id, "type", "B2C")))
                .post("/airtel/standard/v2/disbursements/")
                .then();
    }

    ValidatableResponse transferEnquiry(String id) {
        return calls().get("/airtel/standard/v1/disbursements/" + id).then();
    }

    long balance() {
        return Long.parseLong(calls().get("/airtel/standard/v1/users/balance")
                .then()
                .statusCode(200)
                .extract()
                .path("data.balance"));
    }

    void tells(String msisdn, Map<String, ?> order) {
        given().contentType(ContentType.JSON)
                .body(order)
                .put("/control/airtel/payers/250" + msisdn)
                .then()
                .statusCode(200);
    }

    private String encrypted(String pin) {
        String key = calls().get("/airtel/v1/rsa/encryption-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("data.key");
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            return Base64.getEncoder().encodeToString(cipher.doFinal(pin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
