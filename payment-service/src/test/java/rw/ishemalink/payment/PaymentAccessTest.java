package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;

/** Who may see and do what. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PaymentAccessTest {

    @Inject
    UnitOfWork unitOfWork;

    private final TestBooking booking = TestBooking.of("ishemalink", Instant.now());
    private UUID paymentId = UUID.randomUUID();

    @BeforeEach
    void seed() {
        paymentId = unitOfWork.call(tx -> Seed.restingPayment(tx, booking));
    }

    @Test
    void without_a_token_or_with_an_old_or_foreign_one_nothing_is_shown() {
        given().get("/api/payments?bookingId=" + booking.bookingId()).then().statusCode(401);
        seen(TestToken.of(Role.SENDER).person(booking.senderId()).expired().sign())
                .statusCode(401);
        seen(TestToken.of(Role.SENDER).person(booking.senderId()).signWithForeignKey())
                .statusCode(401);
        given().post("/api/payments/" + paymentId + "/attempts").then().statusCode(401);
        given().get("/api/payments/ledger/balance").then().statusCode(401);
    }

    @Test
    void the_sender_and_the_payer_see_their_payment() {
        seen(booking.senderToken())
                .statusCode(200)
                .body("bookingId", equalTo(booking.bookingId().toString()))
                .body("status", equalTo("PENDING"))
                .body("amount.total", equalTo(11_800))
                .body("movements", hasSize(1));
        seen(TestToken.of(Role.CUSTOMER).phone(booking.payerPhone()).sign()).statusCode(200);
    }

    @Test
    void an_auditors_look_is_on_record_and_the_senders_own_is_not() {
        seen(booking.senderToken()).statusCode(200);
        assertThat(countAccesses()).isZero();
        seen(TestToken.of(Role.AUDITOR).sign()).statusCode(200);
        assertThat(countAccesses()).isEqualTo(1);
    }

    @Test
    void another_person_and_another_tenant_learn_nothing() {
        seen(TestToken.of(Role.SENDER).sign())
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-payment"));
        seen(TestToken.of(Role.SENDER)
                        .person(booking.senderId())
                        .tenant("other")
                        .sign())
                .statusCode(404);
        seen(TestToken.of(Role.PLATFORM_ADMIN).tenant("other").sign()).statusCode(404);
        retried(TestToken.of(Role.SENDER).sign()).statusCode(404);
        retried(TestToken.of(Role.TENANT_ADMIN).tenant("other").sign()).statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPATCHER", "TENANT_ADMIN", "PLATFORM_ADMIN", "AUDITOR"})
    void those_who_run_or_check_the_tenant_see_it_but_do_not_pay_for_others(Role role) {
        seen(TestToken.of(role).sign()).statusCode(200);
        retried(TestToken.of(role).sign())
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:not-your-payment"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_books_are_closed_to_everybody_else(Role role) {
        given().auth()
                .oauth2(TestToken.of(role).sign())
                .get("/api/payments/ledger/balance")
                .then()
                .statusCode(403);
    }

    @Test
    void a_question_without_a_booking_says_what_is_missing_in_the_callers_language() {
        given().auth()
                .oauth2(booking.senderToken())
                .get("/api/payments")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("bookingId"));
        given().auth()
                .oauth2(TestToken.of(Role.SENDER).sign())
                .header("Accept-Language", "rw")
                .get("/api/payments?bookingId=" + booking.bookingId())
                .then()
                .statusCode(404)
                .body("title", equalTo("Nta bwishyu"));
    }

    @Test
    void the_contract_for_callers_names_every_path() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/payments/{paymentId}/attempts"))
                .body(containsString("/api/payments/ledger/balance"))
                .body(containsString("AttemptRequest"))
                .body(containsString("/api/payments/callbacks/mtn/{reference}"))
                .body(containsString("/api/payments/callbacks/airtel"));
    }

    private long countAccesses() {
        return unitOfWork.read(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :subject")
                        .bind("subject", booking.senderId())
                        .mapTo(Long.class)
                        .one());
    }

    private ValidatableResponse seen(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/payments?bookingId=" + booking.bookingId())
                .then();
    }

    private ValidatableResponse retried(String token) {
        return given().auth()
                .oauth2(token)
                .post("/api/payments/" + paymentId + "/attempts")
                .then();
    }
}
