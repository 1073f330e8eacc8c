package rw.ishemalink.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** What holds for every request: its size, how often, from where, over what. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class DoorRulesTest {

    private static final String ID = "X-Correlation-Id";

    private final String token = TestToken.of(Role.SENDER).sign();

    @TestHTTPResource(value = "/", tls = true)
    @SuppressWarnings("NullAway.Init")
    URI secure;

    @Test
    void every_answer_of_the_door_carries_the_id_of_its_request_and_the_security_headers() {
        List<ValidatableResponse> answers = List.of(
                given().header(ID, "my-request-1").get("/api/bookings").then().statusCode(401),
                given().header(ID, "my-request-1").get("/api/unknown").then().statusCode(404),
                given().header(ID, "my-request-1")
                        .auth()
                        .oauth2(token)
                        .get("/api/payments")
                        .then()
                        .statusCode(503),
                given().header(ID, "my-request-1")
                        .header("X-Much", "x".repeat(20_000))
                        .get("/api/bookings")
                        .then()
                        .statusCode(431),
                given().header(ID, "my-request-1")
                        .get("/api/bookings?x=" + "x".repeat(21_000))
                        .then()
                        .statusCode(414),
                given().header(ID, "my-request-1")
                        .header("Cookie", "a=b")
                        .header("Origin", "https://evil.example")
                        .post("/api/auth/codes")
                        .then()
                        .statusCode(403),
                given().header(ID, "my-request-1")
                        .auth()
                        .oauth2(token)
                        .body("x".repeat(2_000))
                        .post("/api/tracking/positions")
                        .then()
                        .statusCode(413));
        for (ValidatableResponse answer : answers) {
            answer.header(ID, "my-request-1")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Strict-Transport-Security", nullValue());
        }
    }

    @Test
    void a_service_hears_the_same_id_as_the_caller_and_the_caller_hears_it_once() {
        var answer = given().auth().oauth2(token).get("/api/bookings").then().statusCode(200);
        List<String> ids = answer.extract().headers().getValues(ID);
        assertThat(ids).hasSize(1);
        answer.body("correlationId", equalTo(ids.getFirst()));
    }

    @Test
    void what_the_door_refuses_is_a_problem_in_the_callers_language() {
        given().header("Accept-Language", "fr")
                .header("X-Much", "x".repeat(20_000))
                .get("/api/bookings")
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .body("title", equalTo("En-têtes trop volumineux"));
        given().header("Accept-Language", "rw")
                .auth()
                .oauth2(token)
                .body("x".repeat(2_000))
                .post("/api/tracking/positions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("title", equalTo("Ni binini cyane"));
    }

    @Test
    void a_body_that_does_not_say_its_length_is_held_to_the_limit_too() throws Exception {
        assertThat(stream("/api/tracking/positions", 100_000)).isEqualTo(413);
        assertThat(stream("/api/bookings", 100_000)).isEqualTo(200);
    }

    private int stream(String path, int bytes) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            byte[] body = "x".repeat(bytes).getBytes(UTF_8);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void an_address_that_asks_too_often_is_told_when_to_come_again() {
        for (int i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(TestToken.of(Role.SENDER).sign())
                    .post("/api/quotes")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", equalTo("\"few\";q=3;w=86400"))
                    .header("RateLimit", notNullValue());
        }
        given().auth()
                .oauth2(token)
                .header("Accept-Language", "rw")
                .post("/api/quotes")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("RateLimit", containsString("r=0"))
                .body("title", equalTo("Ubusabe bwinshi cyane"));
    }

    @Test
    void a_person_who_asks_too_often_holds_up_nobody_else() {
        String path = "/api/privacy/services/booking-service";
        given().auth().oauth2(token).get(path).then().statusCode(200);
        given().auth().oauth2(token).get(path).then().statusCode(200);
        given().auth().oauth2(token).get(path).then().statusCode(429);
        given().auth().oauth2(TestToken.of(Role.SENDER).sign()).get(path).then().statusCode(200);
    }

    @Test
    void a_form_of_our_own_may_use_its_cookie() {
        given().header("Cookie", "a=b")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/auth/codes")
                .then()
                .statusCode(200);
    }

    @Test
    void over_tls_it_is_http_2_and_told_to_stay_so() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting("TLS")).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(secure.resolve("/api/bookings"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void tls_before_1_3_is_refused() throws Exception {
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.2"});
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting("TLS"))
                .sslParameters(old)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(secure).build();
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** Trusts the door's own certificate and nothing else. */
    private static SSLContext trusting(String protocol) throws GeneralSecurityException, IOException {
        Path store = Path.of(
                ConfigProvider.getConfig().getValue("quarkus.http.ssl.certificate.key-store-file", String.class));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(store.resolveSibling("door.pem"))) {
            Certificate door = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            trusted.setCertificateEntry("door", door);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
