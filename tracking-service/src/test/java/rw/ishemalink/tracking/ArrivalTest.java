package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;

/** A load from Huye to Nyarugenge, 143 km, and when it arrives. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ArrivalTest {

    @Inject
    UnitOfWork unitOfWork;

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);

    @BeforeEach
    void it_is_assigned() {
        journey.assign();
    }

    @Test
    void a_load_under_way_arrives_after_the_time_that_its_road_takes() {
        drivesFromHuye();
        JsonPath arrival = get(sender()).body("fresh", equalTo(true)).extract().jsonPath();
        Instant recordedAt = Instant.parse(arrival.getString("recordedAt"));
        Duration rest = Duration.between(recordedAt, Instant.parse(arrival.getString("arrivalAt")));
        assertThat(rest).isBetween(Duration.ofHours(2), Duration.ofHours(4));
        assertThat(arrival.getLong("remainingMetres")).isBetween(110_000L, 160_000L);
    }

    @Test
    void nearer_by_it_is_less_far() {
        drivesFromHuye();
        int before = get(sender()).extract().path("remainingMetres");
        journey.drive(-2.0786, 29.7525);
        await().until(() -> get(sender()).extract().<Integer>path("remainingMetres") < before - 50_000);
        get(sender()).body("remainingMetres", greaterThan(40_000));
    }

    @Test
    void before_the_pick_up_and_after_the_end_there_is_none() {
        journey.drive(-2.5967, 29.7394);
        await().until(() ->
                given().auth().oauth2(sender()).get(journey.positionPath()).statusCode() == 200);
        get(sender()).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-arrival-estimate"));
        drivesFromHuye();
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> get(sender()).extract().statusCode() == 404);
    }

    @Test
    void who_may_not_follow_the_trip_is_told_that_there_is_none() {
        drivesFromHuye();
        get(journey.driverToken()).statusCode(200);
        get(TestToken.of(Role.OPERATOR).operator(journey.operator).sign()).statusCode(200);
        noSuchTrip(TestToken.of(Role.SENDER).sign());
        noSuchTrip(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign());
        noSuchTrip(TestToken.of(Role.CUSTOMS_INSPECTOR).sign());
        noSuchTrip(TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign());
        given().get(path()).then().statusCode(401);
        get(TestToken.of(Role.SENDER).person(journey.sender).expired().sign()).statusCode(401);
    }

    @Test
    void a_dispatchers_look_is_on_record_and_ones_own_is_not() {
        drivesFromHuye();
        get(sender()).statusCode(200);
        assertThat(countRecords()).isZero();
        get(TestToken.of(Role.DISPATCHER).sign()).statusCode(200);
        assertThat(countRecords()).isEqualTo(1);
    }

    private void drivesFromHuye() {
        journey.booking(BookingChange.PICKED_UP);
        journey.drive(-2.5967, 29.7394);
        await().until(() -> get(sender()).extract().statusCode() == 200);
    }

    private void noSuchTrip(String token) {
        get(token).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-trip"));
    }

    private String sender() {
        return Journey.token(Role.SENDER, journey.sender);
    }

    private String path() {
        return "/api/tracking/bookings/" + journey.bookingId + "/eta";
    }

    private ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get(path()).then();
    }

    private long countRecords() {
        return unitOfWork.read(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :subject")
                        .bind("subject", journey.sender)
                        .mapTo(Long.class)
                        .one());
    }
}
