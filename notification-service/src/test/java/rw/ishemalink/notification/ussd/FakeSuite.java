package rw.ishemalink.notification.ussd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/**
 * The suite by HTTP, as its contracts have it: identity-service's token exchange, and behind the door quotes, bookings and
 * payments. Each person has a token of their own, by which answers are told apart.
 */
public final class FakeSuite implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "local-sms-callbacks";
    static final String CLIENT_SECRET = "test/client+secret";

    private static final WireMockServer SUITE =
            new WireMockServer(wireMockConfig().dynamicPort());

    @Override
    public Map<String, String> start() {
        SUITE.start();
        SUITE.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(500)));
        SUITE.stubFor(get("/api/quotes/reference").willReturn(okJson("""
                {"districts": [{"code": "24", "name": "Huye"}, {"code": "12", "name": "Gasabo"},
                               {"code": "25", "name": "Nyamagabe"}],
                 "countries": [],
                 "commodities": [{"code": "irish-potatoes", "name": "Irish potatoes", "hsCode": "0701.90",
                                  "perishable": false},
                                 {"code": "beans", "name": "Beans", "hsCode": "0713.33", "perishable": false}]}
                """)));
        return Map.of(
                "ishema.notification.ussd.gateway",
                SUITE.baseUrl(),
                "ishema.notification.ussd.token-url",
                SUITE.baseUrl() + "/oauth2/token",
                "ishema.notification.ussd.client-secret",
                CLIENT_SECRET,
                // A busy machine may answer late, which must not count as no answer.
                "ishema.notification.ussd.patience",
                "60s",
                "ishema.notification.ussd.api-timeout",
                "120s");
    }

    @Override
    public void stop() {
        SUITE.stop();
    }

    /** The person of that phone, whom identity-service knows in that language. */
    static Customer customer(String phone, UUID person, String language, Role... roles) {
        String token = TestToken.of(roles)
                .person(person)
                .phone(phone)
                .language(language)
                .sign();
        SUITE.stubFor(post("/oauth2/token")
                .withBasicAuth("ussd", "test%2Fclient%2Bsecret")
                .withFormParam("grant_type", equalTo("urn:ietf:params:oauth:grant-type:token-exchange"))
                .withFormParam("subject_token", equalTo(phone))
                .withFormParam("subject_token_type", equalTo("urn:ishemalink:params:oauth:token-type:msisdn"))
                .willReturn(okJson("""
                        {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "scope": "ussd",
                         "issued_token_type": "urn:ietf:params:oauth:token-type:access_token"}
                        """.formatted(token))));
        return new Customer("Bearer " + token);
    }

    /** Somebody whom identity-service does not let in. */
    static void stranger(String phone) {
        SUITE.stubFor(post("/oauth2/token")
                .withFormParam("subject_token", equalTo(phone))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\": \"invalid_grant\"}")));
    }

    /** What the suite answers to one person. */
    record Customer(String authorization) {

        Customer quotes(UUID quoteId, long francs) {
            return quotesAfter(quoteId, francs, 0);
        }

        Customer quotesAfter(UUID quoteId, long francs, int millis) {
            return on(
                    post("/api/quotes"),
                    okJson("""
                    {"quoteId": "%s", "kind": "CARGO_DOMESTIC", "total": %d, "vat": 0, "currency": "RWF"}
                    """.formatted(quoteId, francs)).withStatus(201).withFixedDelay(millis));
        }

        Customer books(UUID bookingId, String code) {
            on(post("/api/bookings"), okJson(booking(bookingId, code, "DRAFT")).withStatus(201));
            return stands(bookingId, code, "DRAFT");
        }

        Customer stands(UUID bookingId, String code, String status) {
            String booking = booking(bookingId, code, status);
            on(get("/api/bookings/" + bookingId), okJson(booking));
            on(patch(urlEqualTo("/api/bookings/" + bookingId)), okJson(booking));
            on(post("/api/bookings/" + bookingId + "/confirm"), okJson(booking));
            on(get(urlPathEqualTo("/api/bookings")).withQueryParam("as", equalTo("SENDER")), okJson(page(booking)));
            return on(
                    get(urlPathEqualTo("/api/bookings")).withQueryParam("trackingCode", equalTo(code)),
                    okJson(page(booking)));
        }

        Customer paysBy(UUID bookingId, UUID paymentId) {
            String payment = """
                    {"paymentId": "%s", "bookingId": "%s", "status": "PENDING", "provider": "MTN"}
                    """.formatted(paymentId, bookingId);
            on(
                    get(urlPathEqualTo("/api/payments")).withQueryParam("bookingId", equalTo(bookingId.toString())),
                    okJson(payment));
            return on(
                    post("/api/payments/" + paymentId + "/attempts"),
                    okJson(payment).withStatus(201));
        }

        Customer refused(String path, int status, String problem) {
            return on(
                    post(path),
                    aResponse()
                            .withStatus(status)
                            .withHeader("Content-Type", "application/problem+json")
                            .withBody("{\"type\": \"urn:ishemalink:problem:%s\", \"status\": %d}"
                                    .formatted(problem, status)));
        }

        /** What this person sent there, first to last. */
        List<LoggedRequest> sent(String method, String path) {
            return SUITE.getAllServeEvents().reversed().stream()
                    .map(event -> event.getRequest())
                    .filter(request -> authorization.equals(request.getHeader("Authorization")))
                    .filter(request -> request.getMethod().value().equals(method)
                            && request.getUrl().equals(path))
                    .toList();
        }

        private Customer on(MappingBuilder request, ResponseDefinitionBuilder answer) {
            SUITE.stubFor(request.withHeader("Authorization", equalTo(authorization))
                    .willReturn(answer.withHeader("Content-Type", "application/json")));
            return this;
        }

        private static String page(String booking) {
            return "{\"items\": [" + booking + "]}";
        }

        private static String booking(UUID bookingId, String code, String status) {
            return """
                    {"bookingId": "%s", "trackingCode": "%s", "kind": "CARGO_DOMESTIC", "status": "%s",
                     "origin": {"district": "24", "country": "RW", "label": "Huye"},
                     "destination": {"district": "12", "country": "RW", "label": "Gasabo"},
                     "price": {"total": 25000, "vat": 3814, "currency": "RWF"},
                     "offlineCreated": false, "createdAt": "2026-11-20T07:00:00Z"}
                    """.formatted(bookingId, code, status);
        }
    }
}
