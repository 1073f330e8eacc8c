package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PrivacyTest {

    @Inject
    Jdbi jdbi;

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);

    @BeforeEach
    void a_trip_is_assigned() {
        journey.assign();
    }

    @Test
    void a_copy_holds_the_trips_and_is_the_persons_own() {
        PrivacyTrial trial = new PrivacyTrial(jdbi, "tracking-service", journey.sender);
        assertThat(trial.ask(PrivacyWish.EXPORT).getRecords()).isEqualTo(1);
        trial.part(journey.sender)
                .statusCode(200)
                .body("sets.find { it.set == 'trips' }.rows[0].booking_id", equalTo(journey.bookingId.toString()));
        trial.part(UUID.randomUUID()).statusCode(404);
        trial.part(null).statusCode(401);
    }

    @Test
    void a_trip_postpones_and_when_it_is_over_its_places_go() {
        PrivacyTrial trial = new PrivacyTrial(jdbi, "tracking-service", journey.sender);
        assertThat(trial.ask(PrivacyWish.ERASE).getPostponedBecause()).isEqualTo("open-trips");
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> is("ended_at is not null"));
        PrivacyAnswer last = trial.ask(PrivacyWish.ERASE);
        assertThat(last.getKeptBecause()).isNull();
        assertThat(last.getRecords()).isEqualTo(1);
        assertThat(is("coarse and destination_latitude is null")).isTrue();
        assertThat(trial.ask(PrivacyWish.ERASE).getRecords()).isEqualTo(1);
    }

    @Test
    void a_driver_who_is_forgotten_has_no_device_any_more() {
        String deviceId = given().auth()
                .oauth2(journey.driverToken())
                .contentType("application/json")
                .body(Map.of("name", "Samsung A15"))
                .post("/api/tracking/devices")
                .then()
                .statusCode(201)
                .extract()
                .path("deviceId");
        PrivacyTrial trial = new PrivacyTrial(jdbi, "tracking-service", journey.driver);
        trial.ask(PrivacyWish.EXPORT);
        trial.part(journey.driver)
                .statusCode(200)
                .body("sets.find { it.set == 'devices' }.rows[0].device_id", equalTo(deviceId))
                .body("sets.find { it.set == 'devices' }.rows[0].name", equalTo("Samsung A15"));
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> is("ended_at is not null"));
        new PrivacyTrial(jdbi, "tracking-service", journey.driver).ask(PrivacyWish.ERASE);
        given().auth()
                .oauth2(journey.driverToken())
                .get("/api/tracking/devices")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    private boolean is(String what) {
        return jdbi.withHandle(sql -> sql.createQuery("select " + what + " from trip where booking_id = :bookingId")
                .bind("bookingId", journey.bookingId)
                .mapTo(Boolean.class)
                .one());
    }
}
