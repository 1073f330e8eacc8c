package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the pretended Airtel is told to do. Unless told otherwise it takes every order and leaves it in progress. */
final class Airtel {

    static final String CALLBACK_KEY = "callback-key-of-the-tests";

    private static final String ORDERS = "/airtel/merchant/v1/payments/";
    private static final String ENQUIRIES = "/airtel/standard/v1/payments/";
    private static final String REFUNDS = "/airtel/standard/v1/payments/refund";
    private static final String TRANSFERS = "/airtel/standard/v2/disbursements/";
    private static final String TRANSFER_ENQUIRIES = "/airtel/standard/v1/disbursements/";
    private static final String PIN_KEY = pinKey();
    private static final int LAST = 10;
    private static final int FIRST = 1;

    private final WireMock airtel;
    private final List<StubMapping> shut = new ArrayList<>();

    private Airtel(WireMock airtel) {
        this.airtel = airtel;
    }

    static Airtel ready() {
        URI base = ConfigProvider.getConfig().getValue("ishema.payment.airtel.base-url", URI.class);
        Airtel ready = new Airtel(new WireMock(base.getHost(), base.getPort()));
        ready.airtel.register(post("/airtel/auth/oauth2/token")
                .atPriority(LAST)
                .willReturn(okJson("{\"access_token\": \"t\", \"expires_in\": \"180\", \"token_type\": \"bearer\"}")));
        ready.airtel.register(post(ORDERS).atPriority(LAST).willReturn(taken()));
        ready.airtel.register(
                get(urlMatching(ENQUIRIES + ".*")).atPriority(LAST).willReturn(standing("TIP", "", "DP00800001006")));
        ready.airtel.register(get("/airtel/v1/rsa/encryption-keys")
                .atPriority(LAST)
                .willReturn(okJson("{\"data\": {\"key\": \"%s\"}}".formatted(PIN_KEY))));
        ready.airtel.register(post(TRANSFERS).atPriority(LAST).willReturn(taken()));
        ready.airtel.register(get(urlMatching(TRANSFER_ENQUIRIES + ".*"))
                .atPriority(LAST)
                .willReturn(standing("TIP", "", "DP00900001006")));
        return ready;
    }

    private static String pinKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void transferSucceeds(UUID reference) {
        airtel.register(get(TRANSFER_ENQUIRIES + id(reference))
                .atPriority(FIRST)
                .willReturn(standing("TS", moneyId(reference), "DP00900001001")));
    }

    int transfersTo(String phone) {
        return airtel.find(postRequestedFor(urlEqualTo(TRANSFERS))
                        .withRequestBody(matchingJsonPath("$.payee.msisdn", equalTo(phone.substring(4)))))
                .size();
    }

    private static ResponseDefinitionBuilder taken() {
        return okJson("""
                {"data": {"transaction": {"id": "x", "status": "Success."}},
                 "status": {"code": "200", "message": "SUCCESS", "result_code": "ESB000010",
                            "response_code": "DP00800001006", "success": true}}""");
    }

    private static ResponseDefinitionBuilder standing(String status, String moneyId, String code) {
        return okJson("""
                {"data": {"transaction": {"airtel_money_id": "%s", "id": "x", "message": "m", "status": "%s"}},
                 "status": {"code": "200", "message": "SUCCESS", "response_code": "%s", "success": true}}""".formatted(moneyId, status, code));
    }

    void succeeds(UUID reference) {
        airtel.register(get(ENQUIRIES + id(reference))
                .atPriority(FIRST)
                .willReturn(standing("TS", moneyId(reference), "DP00800001001")));
    }

    void fails(UUID reference, String code) {
        airtel.register(get(ENQUIRIES + id(reference)).atPriority(FIRST).willReturn(standing("TF", "", code)));
    }

    /** It carries the refund out, and the answer is lost. */
    void refundsWithoutASay(UUID reference) {
        String scenario = "refund of " + reference;
        airtel.register(get(ENQUIRIES + id(reference))
                .inScenario(scenario)
                .whenScenarioStateIs(Scenario.STARTED)
                .atPriority(FIRST)
                .willReturn(standing("TS", moneyId(reference), "DP00800001001")));
        airtel.register(post(REFUNDS)
                .inScenario(scenario)
                .withRequestBody(matchingJsonPath("$.transaction.airtel_money_id", equalTo(moneyId(reference))))
                .atPriority(FIRST)
                .willSetStateTo("reversed")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        airtel.register(get(ENQUIRIES + id(reference))
                .inScenario(scenario)
                .whenScenarioStateIs("reversed")
                .atPriority(FIRST)
                .willReturn(standing("TR", moneyId(reference), "DP00800001001")));
    }

    /** Refuses the token of that payer's orders and gives no other, so that none of them leaves. */
    void letsNoOrderLeave(String phone) {
        shut.add(airtel.register(post("/airtel/auth/oauth2/token")
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(503))));
        shut.add(airtel.register(post(ORDERS)
                .atPriority(FIRST)
                .withRequestBody(matchingJsonPath("$.subscriber.msisdn", equalTo(phone.substring(4))))
                .willReturn(aResponse().withStatus(401))));
    }

    /** Well again. */
    void opens() {
        shut.forEach(airtel::removeStubMapping);
        shut.clear();
    }

    int refundsOf(UUID reference) {
        return airtel.find(postRequestedFor(urlEqualTo(REFUNDS))
                        .withRequestBody(
                                matchingJsonPath("$.transaction.airtel_money_id", equalTo(moneyId(reference)))))
                .size();
    }

    int ordersOf(String phone) {
        return airtel.find(postRequestedFor(urlEqualTo(ORDERS))
                        .withRequestBody(matchingJsonPath("$.subscriber.msisdn", equalTo(phone.substring(4)))))
                .size();
    }

    int questions(UUID reference) {
        return airtel.find(WireMock.getRequestedFor(urlEqualTo(ENQUIRIES + id(reference))))
                .size();
    }

    static String moneyId(UUID reference) {
        return "MP" + id(reference);
    }

    /** A callback as Airtel sends it, signed. */
    static ValidatableResponse calls(UUID reference, String statusCode) {
        String transaction =
                "\"transaction\":{\"id\":\"%s\",\"message\":\"Paid\",\"status_code\":\"%s\",\"airtel_money_id\":\"%s\"}"
                        .formatted(id(reference), statusCode, moneyId(reference));
        return calls("{%s,\"hash\":\"%s\"}".formatted(transaction, hash("{" + transaction + "}")));
    }

    static ValidatableResponse calls(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/payments/callbacks/airtel")
                .then();
    }

    static String id(UUID reference) {
        return reference.toString().replace("-", "");
    }

    private static String hash(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(CALLBACK_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
