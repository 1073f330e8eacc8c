package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.mds.MdsRules;
import rw.ishemalink.compliance.mds.store.MdsWriter;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.VehicleKind;
import rw.ishemalink.schemas.tracking.TrackingChange;

/** The regulator looks at rides. Each story has a tenant, a vehicle and a past of its own. */
@QuarkusTest
class MdsStoryTest extends StoryTest {

    private static final String MDS = "application/vnd.mds+json;version=2.0";
    private static final UUID MARKER = new UUID(0, 0);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MdsWriter store;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
    private final RideOnRecord ride = new RideOnRecord(tenant, hour);

    @Test
    void a_ride_is_seen_by_the_regulator_from_the_first_shift_to_the_last_metre() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.9500, 30.0600, ride.minute(1));
        ride.isAssigned(ride.minute(2));
        ride.tracking(TrackingChange.TRIP_STARTED, -1.9442, 30.0620, ride.minute(5));
        ride.isPickedUp(ride.minute(5));
        ride.isSeen(-1.9600, 30.0800, ride.minute(10));
        ride.tracking(TrackingChange.TRIP_ENDED, -1.9700, 30.1040, ride.minute(17));
        ride.isDelivered(ride.minute(17));

        JsonNode events = eventually(
                        eventsOfTheHour(), body -> body.path("events").size() == 4)
                .path("events");
        assertThat(events.findValuesAsText("vehicle_state"))
                .containsExactly("available", "reserved", "on_trip", "available");
        assertThat(events.valueStream().map(event -> event.at("/event_types/0").asText()))
                .containsExactly("service_start", "reservation_start", "trip_start", "trip_end");
        assertThat(events.path(0).has("trip_ids")).isFalse();
        assertThat(events.at("/1/trip_ids/0").asText()).isEqualTo(ride.tripId.toString());
        assertThat(events.at("/0/location/lat").asDouble()).isEqualTo(-1.9500);
        assertThat(events.at("/3/timestamp").asLong()).isEqualTo(ride.minute(17).toEpochMilli());

        JsonNode trip = eventually(
                        "trips",
                        "/mds/trips?end_time=" + hourText(),
                        body -> body.at("/trips/0/end_location/lat").asDouble() == -1.9700)
                .at("/trips/0");
        assertThat(trip.path("trip_id").asText()).isEqualTo(ride.tripId.toString());
        assertThat(trip.path("device_id").asText()).isEqualTo(ride.vehicleId.toString());
        assertThat(trip.path("duration").asLong()).isEqualTo(12 * 60);
        assertThat(trip.path("distance").asLong()).isEqualTo(6_200);
        assertThat(trip.path("actual_cost").asLong()).isEqualTo(891);
        assertThat(trip.path("currency").asText()).isEqualTo("RWF");
        assertThat(trip.at("/fare_attributes/taxes").asLong()).isEqualTo(136);
        assertThat(trip.at("/trip_attributes/dispatch_time").asLong())
                .isEqualTo(ride.minute(2).toEpochMilli());

        JsonNode telemetry = eventually(
                        "telemetry",
                        "/mds/telemetry?telemetry_time=" + hourText(),
                        body -> body.path("telemetry").size() == 2)
                .path("telemetry");
        assertThat(telemetry.at("/0/trip_ids").isNull()).isTrue();
        assertThat(telemetry.at("/1/trip_ids/0").asText()).isEqualTo(ride.tripId.toString());
        assertThat(telemetry.at("/1/location/speed").asDouble()).isEqualTo(10.0);

        JsonNode status = eventually(
                "vehicles_status",
                "/mds/vehicles/status",
                body -> body.path("vehicles_status").size() == 1);
        assertThat(status.at("/vehicles_status/0/last_event/event_types/0").asText())
                .isEqualTo("trip_end");
        assertThat(status.at("/vehicles_status/0/last_telemetry/location/lat").asDouble())
                .isEqualTo(-1.9600);
    }

    @Test
    void a_vehicle_is_told_of_by_plate_and_kind_alone_and_in_its_place() {
        ride.driverIs(DriverStatus.ACTIVE, false, ride.minute(0));

        JsonNode vehicles = eventually(
                "vehicles", "/mds/vehicles", body -> body.path("vehicles").size() == 1);
        JsonNode vehicle = vehicles.at("/vehicles/0");
        assertThat(vehicle.path("vehicle_id").asText()).isEqualTo(ride.plate);
        assertThat(vehicle.path("vehicle_type").asText()).isEqualTo("motorcycle");
        assertThat(vehicles.at("/links/next").isNull()).isTrue();
        assertThat(get("vehicles", "/mds/vehicles/" + ride.vehicleId).path("vehicles"))
                .hasSize(1);
        ask("/mds/vehicles/" + UUID.randomUUID()).then().statusCode(404);
        ask("/mds/vehicles/status/" + ride.vehicleId)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-vehicle"));
    }

    @Test
    void nobody_is_named_in_any_answer() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.95, 30.06, ride.minute(1));
        ride.isAssigned(ride.minute(2));
        ride.isPickedUp(ride.minute(3));
        ride.isDelivered(ride.minute(9));
        eventually(eventsOfTheHour(), body -> body.path("events").size() == 4);

        for (String path : List.of(
                "/mds/vehicles",
                "/mds/vehicles/status",
                "/mds/trips?end_time=" + hourText(),
                eventsOfTheHour(),
                "/mds/telemetry?telemetry_time=" + hourText())) {
            assertThat(ask(path).asString())
                    .doesNotContain(RideOnRecord.DRIVER_NAME)
                    .doesNotContain("788765432")
                    .doesNotContain("788000111")
                    .doesNotContain("driver_id");
        }
    }

    @Test
    void a_cancelled_reservation_frees_the_vehicle_and_is_no_trip() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.95, 30.06, ride.minute(1));
        BookingEvent assigned = ride.isAssigned(ride.minute(2));
        ride.isCancelled("CUSTOMER", ride.minute(4));
        ride.repeats(assigned);
        ride.driverIs(DriverStatus.SUSPENDED, false, ride.minute(8));

        JsonNode events = eventually(
                        eventsOfTheHour(), body -> body.path("events").size() == 4)
                .path("events");

        assertThat(events.valueStream().map(event -> event.at("/event_types/0").asText()))
                .containsExactly("service_start", "reservation_start", "passenger_cancellation", "decommissioned");
        assertThat(get("trips", "/mds/trips?end_time=" + hourText()).path("trips"))
                .isEmpty();
    }

    @Test
    void trucks_and_their_positions_are_none_of_it() {
        RideOnRecord truck = new RideOnRecord(tenant, hour);
        truck.driverIs(VehicleKind.TRUCK, DriverStatus.ACTIVE, true, truck.minute(0));
        truck.isSeen(-1.95, 30.06, truck.minute(1));
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.95, 30.06, ride.minute(2));
        await().until(() -> count("select count(*) from mds_telemetry where tenant = '" + tenant + "'") == 2);

        JsonNode vehicles = eventually(
                "vehicles", "/mds/vehicles", body -> body.path("vehicles").size() > 0);

        assertThat(vehicles.path("vehicles").findValuesAsText("device_id")).containsExactly(ride.vehicleId.toString());
        assertThat(get("telemetry", "/mds/telemetry?telemetry_time=" + hourText())
                        .path("telemetry")
                        .findValuesAsText("device_id"))
                .containsExactly(ride.vehicleId.toString());
    }

    @Test
    void of_many_positions_one_in_each_half_minute_is_kept_and_old_ones_go() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        for (int second = 0; second < 60; second += 5) {
            ride.isSeen(-1.95, 30.06 + second / 1e4, ride.minute(0).plusSeconds(second));
        }
        ride.isSeen(-1.95, 30.07, ride.minute(7));
        await().until(() -> count("select count(*) from mds_telemetry where tenant = '" + tenant + "' and at = '"
                        + ride.minute(7) + "'")
                == 1);
        assertThat(count("select count(*) from mds_telemetry where tenant = '" + tenant + "'"))
                .isEqualTo(3);

        jdbi.useHandle(sql -> sql.execute(
                "update mds_telemetry set at = now() - interval '91 days' where tenant = ? and at < ?",
                tenant,
                java.sql.Timestamp.from(ride.minute(6))));
        unitOfWork.run(tx -> store.forget(tx.sql(), 1_000));

        assertThat(count("select count(*) from mds_telemetry where tenant = '" + tenant + "'"))
                .isOne();
    }

    @Test
    void recent_events_come_in_pages() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.95, 30.06, ride.minute(1));
        ride.isAssigned(ride.minute(2));
        ride.isPickedUp(ride.minute(3));
        String range = "/mds/events/recent?start_time=" + hour.toEpochMilli() + "&end_time="
                + ride.minute(60).toEpochMilli();
        eventually("events", range, body -> body.path("events").size() == 3);

        JsonNode first = get("events", range + "&page%5Bsize%5D=2");
        assertThat(first.path("events")).hasSize(2);
        assertThat(first.at("/links/prev").isNull()).isTrue();
        JsonNode second = get("events", first.at("/links/next").asText());
        assertThat(second.path("events")).hasSize(1);
        assertThat(second.at("/events/0/event_types/0").asText()).isEqualTo("trip_start");
        assertThat(second.at("/links/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trips?end_time=", "events/historical?event_time=", "telemetry?telemetry_time="})
    void an_hour_that_is_missing_is_400_and_one_to_come_or_before_all_data_404(String path) {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        ride.isSeen(-1.95, 30.06, ride.minute(1));
        eventually(eventsOfTheHour(), body -> body.path("events").size() == 1);

        ask("/mds/" + path.substring(0, path.indexOf('?')))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-mds-hour"));
        ask("/mds/" + path + "2026-13-01T00").then().statusCode(400);
        ask("/mds/" + path + text(hour.plus(2, ChronoUnit.DAYS)))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-mds-hour"));
        ask("/mds/" + path + text(hour.minus(1, ChronoUnit.HOURS))).then().statusCode(404);
        ask("/mds/" + path + hourText()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?start_time=1", "?start_time=1&end_time=2", "?start_time=x&end_time=y"})
    void a_range_that_is_missing_or_too_old_is_refused(String parameters) {
        ask("/mds/events/recent" + parameters)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-mds-range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page%5Bsize%5D=0", "page%5Bsize%5D=1001", "page%5Bnumber%5D=0", "page%5Bnumber%5D=x"})
    void a_page_that_cannot_be_is_refused(String parameters) {
        ask("/mds/vehicles?" + parameters)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-mds-page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/vnd.mds+json",
                "application/vnd.mds+json;version=1.2",
                "application/vnd.mds.provider+json;version=2.0"
            })
    void another_version_than_2_0_is_not_acceptable(String accept) {
        given().auth()
                .oauth2(rura().sign())
                .header("Accept", accept)
                .get("/mds/vehicles")
                .then()
                .statusCode(406)
                .body("type", equalTo("urn:ishemalink:problem:mds-version"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mds/vehicles",
                "/mds/vehicles/00000000-0000-0000-0000-000000000000",
                "/mds/vehicles/status",
                "/mds/vehicles/status/00000000-0000-0000-0000-000000000000",
                "/mds/trips?end_time=2026-01-01T00",
                "/mds/events/historical?event_time=2026-01-01T00",
                "/mds/events/recent?start_time=1&end_time=2",
                "/mds/telemetry?telemetry_time=2026-01-01T00"
            })
    void only_the_regulator_looks(String path) {
        given().header("Accept", MDS).get(path).then().statusCode(401);
        as(rura().expired()).get(path).then().statusCode(401);
        as(TestToken.of(Role.PLATFORM_ADMIN).agency(Agency.RURA.name()))
                .get(path)
                .then()
                .statusCode(403);
        as(TestToken.of(Role.GOVERNMENT)).get(path).then().statusCode(403);
        as(AgencyToken.of(Agency.RRA, tenant))
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:not-your-feed"));
    }

    @Test
    void another_tenants_vehicle_is_not_there() {
        ride.driverIs(DriverStatus.ACTIVE, true, ride.minute(0));
        eventually("vehicles", "/mds/vehicles", body -> body.path("vehicles").size() == 1);
        TestToken other = AgencyToken.of(Agency.RURA, "tenant-" + UUID.randomUUID());

        as(other).get("/mds/vehicles/" + ride.vehicleId).then().statusCode(404);
        JsonNode vehicles =
                MdsRules.check("vehicles", as(other).get("/mds/vehicles").asString());
        assertThat(vehicles.path("vehicles")).isEmpty();
    }

    /** The rules themselves: what they let pass would prove nothing. */
    @Test
    void the_field_rules_find_an_unknown_field_a_missing_one_and_a_wrong_value() {
        String good = """
                {"version": "2.0.2", "events": [{"device_id": "%1$s", "provider_id": "%1$s", "event_id": "%1$s",
                 "vehicle_state": "on_trip", "event_types": ["trip_start"], "timestamp": 1732180000000,
                 "location": {"lat": -1.9, "lng": 30.1}, "trip_ids": ["%1$s"]}]}""".formatted(MARKER);

        assertThat(MdsRules.findBreaches("events", good)).isEmpty();
        for (String bad : List.of(
                good.replace("\"lat\"", "\"latitude\""),
                good.replace("\"location\"", "\"driver_name\": \"x\", \"location\""),
                good.replace("on_trip", "available"),
                good.replace("trip_start", "trip_begin"),
                good.replace("1732180000000", "1732180000"),
                good.replace("-1.9", "-91"),
                good.replace(", \"trip_ids\": [\"" + MARKER + "\"]", ""),
                good.replace("2.0.2", "1.2.0"))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(MdsRules.findBreaches("events", bad)).as(bad).isNotEmpty();
        }
    }

    private String eventsOfTheHour() {
        return "/mds/events/historical?event_time=" + hourText();
    }

    private JsonNode eventually(String path, Predicate<JsonNode> done) {
        return eventually("events", path, done);
    }

    /** Asks until the answer is so; every answer on the way keeps to the rules too. */
    private JsonNode eventually(String payload, String path, Predicate<JsonNode> done) {
        return await().ignoreExceptionsMatching(NotThereYet.class::isInstance).until(() -> get(payload, path), done);
    }

    private static final class NotThereYet extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private JsonNode get(String payload, String path) {
        Response response = ask(path);
        if (response.statusCode() == 404) {
            throw new NotThereYet();
        }
        response.then().statusCode(200);
        assertThat(response.contentType().replace(" ", "")).startsWith(MDS);
        return MdsRules.check(payload, response.asString());
    }

    private Response ask(String path) {
        return as(rura()).get(path);
    }

    private TestToken rura() {
        return AgencyToken.of(Agency.RURA, tenant);
    }

    private static RequestSpecification as(TestToken token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token.sign()).header("Accept", MDS);
    }

    private String hourText() {
        return text(hour);
    }

    private static String text(Instant hour) {
        return hour.toString().substring(0, 13);
    }
}
