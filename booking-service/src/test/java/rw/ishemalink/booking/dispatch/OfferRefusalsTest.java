package rw.ishemalink.booking.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who is turned away, and how. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class OfferRefusalsTest {

    private static final String SOME_BOOKING = "/api/bookings/00000000-0000-0000-0000-000000000001";

    private final Someone sender = Someone.sender();

    @ParameterizedTest
    @ValueSource(strings = {"/api/bookings/offers", "/api/bookings/return-loads", SOME_BOOKING + "/dispatch"})
    void without_a_token_nothing_is_shown(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline"})
    void without_a_token_nothing_is_answered(String act) {
        given().post(SOME_BOOKING + "/" + act).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"SENDER", "DISPATCHER", "OPERATOR", "PLATFORM_ADMIN"})
    void only_drivers_have_offers(Role role) {
        Someone other = Someone.with(role);
        other.gets("/api/bookings/offers").statusCode(403);
        other.gets("/api/bookings/return-loads").statusCode(403);
        other.does("accept", UUID.randomUUID()).statusCode(403);
        other.does("decline", UUID.randomUUID()).statusCode(403);
    }

    @Test
    void who_was_offered_nothing_sees_nothing_and_knows_of_no_booking() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Someone stranger = Drivers.onboarded().person();
        stranger.gets("/api/bookings/offers").statusCode(200).body("", hasSize(0));
        assertProblem(stranger.does("accept", bookingId), 404, "no-such-booking");
        assertProblem(stranger.does("decline", bookingId), 404, "no-such-booking");
        assertProblem(stranger.does("accept", UUID.randomUUID()), 404, "no-such-booking");
    }

    @Test
    void under_another_tenants_token_the_offer_does_not_exist() {
        DispatchStage stage = DispatchStage.alone();
        Drivers driver = stage.moto(10);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, bookingId);
        Someone elsewhere = new Someone(
                driver.driverId(),
                TestToken.of(Role.DRIVER)
                        .person(driver.driverId())
                        .tenant("geo-connect")
                        .sign());
        elsewhere.gets("/api/bookings/offers").statusCode(200).body("", hasSize(0));
        assertProblem(elsewhere.does("accept", bookingId), 404, "no-such-booking");
        assertProblem(elsewhere.does("decline", bookingId), 404, "no-such-booking");
    }

    @Test
    void an_offer_is_answered_once() {
        DispatchStage stage = DispatchStage.alone();
        Drivers driver = stage.moto(10);
        UUID declined = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, declined);
        driver.person().does("decline", declined).statusCode(204);
        assertProblem(driver.person().does("decline", declined), 409, "offer-over");
        assertProblem(driver.person().does("accept", declined), 409, "offer-over");

        UUID accepted = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, accepted);
        driver.person().does("accept", accepted).statusCode(200);
        assertProblem(driver.person().does("accept", accepted), 409, "driver-already-asked");
        assertProblem(driver.person().does("decline", accepted), 409, "driver-already-asked");
    }

    @Test
    void who_was_asked_for_another_trip_meanwhile_no_longer_sees_the_offer_and_cannot_accept_it() {
        DispatchStage stage = DispatchStage.alone();
        Drivers driver = stage.moto(10);
        UUID offered = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, offered);
        Someone.with(Role.DISPATCHER)
                .assigns(driver.driverId(), sender.confirms(Journeys.RIDE))
                .statusCode(200);

        assertThat(DispatchStage.isOffered(driver, offered)).isFalse();
        assertProblem(driver.person().does("accept", offered), 409, "driver-busy");
        Someone.with(Role.AUDITOR).gets("/api/bookings/{id}/dispatch", offered).body("counts.offers.OPEN", equalTo(1));
    }

    @Test
    void who_was_suspended_since_the_offer_cannot_accept_it() {
        DispatchStage stage = DispatchStage.alone();
        Drivers driver = stage.moto(10);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, bookingId);
        stage.suspends(driver);
        assertProblem(driver.person().does("accept", bookingId), 409, "no-active-driver");
        sender.looksAt(bookingId).body("assignment", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline"})
    void a_booking_id_that_is_none_is_404(String act) {
        Someone.with(Role.DRIVER)
                .asks()
                .post("/api/bookings/nonsense/" + act)
                .then()
                .statusCode(404);
    }

    private static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
