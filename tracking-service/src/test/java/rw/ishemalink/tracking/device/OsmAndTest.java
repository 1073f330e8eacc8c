package rw.ishemalink.tracking.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.position.Fix;

/** The forms that https://www.traccar.org/osmand/ shows. */
class OsmAndTest {

    private static final Instant AT = Instant.parse("2021-01-01T00:00:00Z");

    @Test
    void a_report_in_the_address_is_a_fix_with_knots_made_kilometres_an_hour() {
        DeviceReport report = form("deviceid=12345&lat=48.8566&lon=2.3522&timestamp=2021-01-01T00:00:00Z&speed=15"
                + "&bearing=270&altitude=35&accuracy=10&hdop=0.8&batt=75.4&driverUniqueId=7&charge=true&cell=1,2,3,4");
        assertThat(report.key().hash()).isEqualTo(DeviceKey.read("12345").hash());
        assertThat(report.fixes()).hasSize(1);
        Fix fix = report.fixes().getFirst();
        assertThat(fix.latitude()).isEqualTo(48.8566);
        assertThat(fix.longitude()).isEqualTo(2.3522);
        assertThat(fix.recordedAt()).isEqualTo(AT);
        assertThat(fix.speedKmh()).isCloseTo(27.78, within(1e-9));
        assertThat(fix.bearingDegrees()).isEqualTo(270);
        assertThat(fix.altitudeMetres()).isEqualTo(35);
        assertThat(fix.accuracyMetres()).isEqualTo(10);
        assertThat(fix.batteryPercent()).isEqualTo(75);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1609459200",
                "1609459200000",
                "2021-01-01T00:00:00Z",
                "2021-01-01T00:00:00.000Z",
                "2021-01-01T02:00:00+02:00",
                "2021-01-01T00:00:00",
                "2021-01-01 00:00:00"
            })
    void time_is_seconds_milliseconds_or_a_date(String timestamp) {
        assertThat(form("id=1&lat=1&lon=30&timestamp=" + timestamp)
                        .fixes()
                        .getFirst()
                        .recordedAt())
                .isEqualTo(AT);
    }

    @Test
    void a_place_may_be_one_parameter_and_a_bearing_a_heading() {
        Fix fix = form("id=1&location=-1.95,30.06&heading=90&timestamp=1609459200")
                .fixes()
                .getFirst();
        assertThat(fix.latitude()).isEqualTo(-1.95);
        assertThat(fix.longitude()).isEqualTo(30.06);
        assertThat(fix.bearingDegrees()).isEqualTo(90);
    }

    @Test
    void a_place_that_the_device_calls_not_valid_is_none() {
        Fix fix = form("id=1&lat=1&lon=30&valid=false&timestamp=1609459200")
                .fixes()
                .getFirst();
        assertThat(fix.latitude()).isNull();
        assertThat(form("id=1&lat=1&lon=30&valid=1&timestamp=1609459200")
                        .fixes()
                        .getFirst()
                        .latitude())
                .isEqualTo(1);
    }

    @Test
    void what_a_device_does_not_know_it_calls_minus_one() {
        Fix fix = form("id=1&lat=1&lon=30&timestamp=1609459200&speed=-1&bearing=-1&accuracy=-1&batt=-100")
                .fixes()
                .getFirst();
        assertThat(Stream.of(fix.speedKmh(), fix.bearingDegrees(), fix.accuracyMetres(), fix.batteryPercent()))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=1&lat=north&lon=30&timestamp=1 | lat",
                "id=1&lat=1&lon=30&timestamp=yesterday | timestamp",
                "id=1&lat=1&lon=30&timestamp=99999999999999999999 | timestamp",
                "id=1&location=1 | location",
                "id=1&location=1,x | location"
            })
    void what_cannot_be_read_is_named(String query, String field) {
        assertThatThrownBy(() -> form(query)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.arguments()).containsExactly(field);
        });
    }

    @Test
    void who_does_not_say_who_reports_is_nobody() {
        assertThatThrownBy(() -> form("lat=1&lon=30"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(401));
        assertThatThrownBy(() -> json("{\"location\": {}}"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(401));
    }

    @Test
    void traccar_client_9_sends_json_with_metres_a_second() {
        DeviceReport report = json("""
                {"location": {"timestamp": "2021-01-01T00:00:00.000Z",
                   "coords": {"latitude": -1.95, "longitude": 30.06, "accuracy": 4.5, "speed": 10, "heading": 12.5,
                              "altitude": 1567.0},
                   "is_moving": true, "odometer": 12345, "event": "motionchange",
                   "battery": {"level": 0.64, "is_charging": false}, "activity": {"type": "in_vehicle"}, "extras": {}},
                 "device_id": "48241179"}""");
        assertThat(report.key().hash()).isEqualTo(DeviceKey.read("48241179").hash());
        assertThat(report.fixes())
                .containsExactly(new Fix(null, -1.95, 30.06, 36.0, 12.5, 4.5, 1_567.0, 64, null, null, AT));
    }

    @Test
    void after_hours_without_network_it_sends_many_at_once() {
        DeviceReport report = json("""
                {"device_id": "1", "location": [
                  {"timestamp": "2021-01-01T00:00:00Z", "coords": {"latitude": 1, "longitude": 30, "speed": -1}},
                  {"timestamp": 1609459200000, "coords": {"latitude": 2, "longitude": 30}, "battery": {"level": -1}},
                  {"timestamp": "2021-01-01T00:00:00Z", "event": "heartbeat"}]}""");
        assertThat(report.fixes())
                .containsExactly(Fix.of(1.0, 30.0, AT), Fix.of(2.0, 30.0, AT), Fix.of(null, null, AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"device_id\": \"1\"}",
                "{\"device_id\": \"1\", \"location\": []}",
                "{\"device_id\": \"1\", \"location\": 7}",
                "{\"device_id\": \"1\", \"location\": {\"timestamp\": \"never\"}}",
                "{\"device_id\": \"1\", \"location\": {\"coords\": {\"latitude\": \"north\"}}}"
            })
    void json_of_another_form_is_400(String body) {
        assertThatThrownBy(() -> json(body)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status())
                .isEqualTo(400));
    }

    private static DeviceReport form(String query) {
        Map<String, List<String>> parameters = Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1].replace("%20", " "), Collectors.toList())));
        return OsmAndForm.read(parameters);
    }

    private static DeviceReport json(String body) {
        try {
            return OsmAndJson.read(new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
