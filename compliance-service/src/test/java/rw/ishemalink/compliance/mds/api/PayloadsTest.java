package rw.ishemalink.compliance.mds.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.compliance.mds.EventType;
import rw.ishemalink.compliance.mds.Fix;
import rw.ishemalink.compliance.mds.MdsRules;
import rw.ishemalink.compliance.mds.Point;
import rw.ishemalink.compliance.mds.Ride;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.compliance.mds.VehicleEvent;
import rw.ishemalink.kit.problem.ProblemException;

/** What we answer with keeps to MDS's field rules, whatever is known and whatever is not. */
class PayloadsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID PROVIDER = UUID.fromString("5f2a1c34-0000-4000-8000-0000000000aa");
    private static final UUID VEHICLE = UUID.fromString("5f2a1c34-0000-4000-8000-0000000000bb");
    private static final UUID TRIP = UUID.fromString("5f2a1c34-0000-4000-8000-0000000000cc");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Point KIGALI = new Point(-1.9441, 30.0619);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void every_event_of_ours_is_one_that_mds_allows_in_its_state(EventType type) throws JsonProcessingException {
        boolean ofATrip = type.name().startsWith("TRIP")
                || type.name().contains("CANCELLATION")
                || type == EventType.RESERVATION_START;
        VehicleEvent event =
                new VehicleEvent(UUID.randomUUID(), VEHICLE, type, NOON, NOON, ofATrip ? TRIP : null, KIGALI);

        JsonNode body = MdsRules.check(
                "events", json(new Payloads.Events(Payloads.VERSION, List.of(MdsEvent.of(PROVIDER, event)), null)));

        assertThat(body.at("/events/0/timestamp").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(body.at("/events/0").has("trip_ids")).isEqualTo(ofATrip);
    }

    @ParameterizedTest
    @CsvSource({"MOTORCYCLE, motorcycle", "CAR, car"})
    void a_vehicle_is_one_of_mds(String kind, String type) throws JsonProcessingException {
        MdsVehicle vehicle = MdsVehicle.of(PROVIDER, new RideVehicle(VEHICLE, "RH 123 M", kind));

        JsonNode body = MdsRules.check(
                "vehicles",
                json(Payloads.Vehicles.of(
                        NOON.toEpochMilli(),
                        List.of(vehicle),
                        new PageAsked(1, 10).links("/mds/vehicles", '?', true))));

        assertThat(body.at("/vehicles/0/vehicle_type").asText()).isEqualTo(type);
        assertThat(body.at("/links/next").asText()).isEqualTo("/mds/vehicles?page%5Bnumber%5D=2&page%5Bsize%5D=10");
        assertThat(body.at("/links/prev").isNull()).isTrue();
    }

    @Test
    void a_position_says_that_there_is_no_trip_and_leaves_out_what_the_phone_did_not_say()
            throws JsonProcessingException {
        MdsTelemetry idle = MdsTelemetry.of(PROVIDER, new Fix(VEHICLE, NOON, KIGALI, null, null, null, null));
        MdsTelemetry riding = MdsTelemetry.of(PROVIDER, new Fix(VEHICLE, NOON, KIGALI, 8.3, 90.0, 4.0, TRIP));

        JsonNode body =
                MdsRules.check("telemetry", json(new Payloads.Telemetry(Payloads.VERSION, List.of(idle, riding))));

        assertThat(body.at("/telemetry/0/trip_ids").isNull()).isTrue();
        assertThat(body.at("/telemetry/0/journey_id").isNull()).isTrue();
        assertThat(body.at("/telemetry/0/location").has("speed")).isFalse();
        assertThat(body.at("/telemetry/1/location/horizontal_accuracy").asDouble())
                .isEqualTo(4.0);
        assertThat(body.at("/telemetry/0/telemetry_id")).isEqualTo(body.at("/telemetry/1/telemetry_id"));
    }

    @Test
    void a_trip_says_what_it_cost_in_whole_francs() throws JsonProcessingException {
        Ride ride = new Ride(
                TRIP, VEHICLE, NOON, NOON, NOON, NOON, NOON.plusSeconds(754), KIGALI, KIGALI, 6_200, 891, 136, NOON);

        JsonNode trip = MdsRules.check(
                        "trips", json(new Payloads.Trips(Payloads.VERSION, List.of(MdsTrip.of(PROVIDER, ride)))))
                .at("/trips/0");

        assertThat(trip.path("duration").asLong()).isEqualTo(754);
        assertThat(trip.path("actual_cost").asLong()).isEqualTo(891);
        assertThat(trip.at("/fare_attributes/taxes").asLong()).isEqualTo(136);
    }

    @ParameterizedTest
    @CsvSource({"2.0, true", "1.2, false", "2.1, false"})
    void only_version_2_0_is_ours(String version, boolean ours) {
        assertThat(MdsVersion.isOurs(new MediaType("application", "vnd.mds+json", Map.of("version", version))))
                .isEqualTo(ours);
        assertThat(MdsVersion.isOurs(new MediaType("application", "vnd.mds+json")))
                .isFalse();
        assertThat(MdsVersion.isOurs(MediaType.WILDCARD_TYPE)).isFalse();
    }

    @Test
    void a_page_begins_at_1_and_is_at_most_1000_long() {
        assertThat(PageAsked.of(null, null)).isEqualTo(new PageAsked(1, 1_000));
        for (String wrong : List.of("0", "-1", "1001", "x", "")) {
            assertThatThrownBy(() -> PageAsked.of("1", wrong)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> PageAsked.of("0", null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.of(Integer.toString(Integer.MAX_VALUE), null))
                .isInstanceOf(ProblemException.class);
    }

    private static String json(Object payload) throws JsonProcessingException {
        return JSON.writeValueAsString(payload);
    }
}
