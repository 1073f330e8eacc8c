package rw.ishemalink.tracking.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.position.FixRules.Times;
import rw.ishemalink.tracking.position.FixRules.Verdict;

class FixRulesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final UUID DRIVER = UUID.randomUUID();
    private static final UUID VEHICLE = UUID.randomUUID();

    @Test
    void a_fix_on_a_road_is_taken_as_it_is() {
        Fix fix = new Fix(
                VEHICLE, -1.95, 30.06, 42.5, 180.0, 8.0, 1_567.0, 64, SealState.CLOSED, "RRA-7", NOW.minusSeconds(3));
        assertThat(judge(fix)).isInstanceOfSatisfying(Verdict.Taken.class, taken -> {
            Position position = taken.position();
            assertThat(position.vehicleId()).isEqualTo(VEHICLE);
            assertThat(position.driverId()).isEqualTo(DRIVER);
            assertThat(position.point().latitude()).isEqualTo(-1.95);
            assertThat(position.speedKmh()).isEqualTo(42.5);
            assertThat(position.altitudeMetres()).isEqualTo(1_567.0);
            assertThat(position.batteryPercent()).isEqualTo(64);
            assertThat(position.sealState()).isEqualTo(SealState.CLOSED);
            assertThat(position.sealNumber()).isEqualTo("RRA-7");
            assertThat(position.deviceId()).isNull();
            assertThat(position.recordedAt()).isEqualTo(NOW.minusSeconds(3));
            assertThat(position.receivedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void a_fix_from_hours_without_network_is_taken() {
        assertTaken(at(-1.95, 30.06, NOW.minus(Duration.ofHours(6))));
    }

    @ParameterizedTest
    @CsvSource({"90.001, 30", "-90.001, 30", "-1.9, 180.001", "-1.9, -180.001", "NaN, 30", "-1.9, NaN"})
    void a_place_that_is_not_on_earth_is_refused(double latitude, double longitude) {
        assertRefused(at(latitude, longitude, NOW), FixRefusal.OUT_OF_WORLD);
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "0, 30", "0.011, 0"})
    void the_edge_of_the_world_and_the_equator_are_places(double latitude, double longitude) {
        assertTaken(at(latitude, longitude, NOW));
    }

    @Test
    void zero_zero_is_what_a_phone_says_that_does_not_know() {
        assertRefused(at(0.0, 0.0, NOW), FixRefusal.ZERO_ISLAND);
        assertRefused(at(0.009, -0.009, NOW), FixRefusal.ZERO_ISLAND);
    }

    @Test
    void a_clock_may_be_five_minutes_ahead_and_no_more() {
        assertTaken(at(-1.95, 30.06, NOW.plusSeconds(300)));
        assertRefused(at(-1.95, 30.06, NOW.plusSeconds(301)), FixRefusal.IN_THE_FUTURE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 5", "251, 0, 5", "50, -1, 5", "50, 361, 5", "50, 0, -1", "50, 0, 10001", "NaN, 0, 5"})
    void a_motion_that_no_vehicle_has_is_refused(double speed, double bearing, double accuracy) {
        assertRefused(
                new Fix(null, -1.95, 30.06, speed, bearing, accuracy, null, null, null, null, NOW),
                FixRefusal.IMPOSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "-1001, 50, A",
        "10001, 50, A",
        "0, -1, A",
        "0, 101, A",
        "0, 50, 12345678901234567890123456789012345678901"
    })
    void a_height_a_charge_or_a_seal_that_nothing_has_is_refused(double altitude, int battery, String seal) {
        assertRefused(
                new Fix(null, -1.95, 30.06, null, null, null, altitude, battery, SealState.OPEN, seal, NOW),
                FixRefusal.IMPOSSIBLE);
    }

    @Test
    void after_two_days_a_fix_is_of_nothing_that_is_open() {
        assertTaken(at(-1.95, 30.06, NOW.minus(Duration.ofDays(2))));
        assertRefused(at(-1.95, 30.06, NOW.minus(Duration.ofDays(2)).minusMillis(1)), FixRefusal.TOO_OLD);
    }

    @Test
    void another_vehicle_than_the_drivers_own_is_refused() {
        assertRefused(
                new Fix(UUID.randomUUID(), -1.95, 30.06, null, null, null, null, null, null, null, NOW),
                FixRefusal.NOT_YOUR_VEHICLE);
    }

    @Test
    void a_fix_without_place_or_time_is_refused() {
        assertRefused(at(null, 30.06, NOW), FixRefusal.MISSING_FIELD);
        assertRefused(at(-1.95, null, NOW), FixRefusal.MISSING_FIELD);
        assertRefused(at(-1.95, 30.06, null), FixRefusal.MISSING_FIELD);
    }

    private static Fix at(@Nullable Double latitude, @Nullable Double longitude, @Nullable Instant recordedAt) {
        return Fix.of(latitude, longitude, recordedAt);
    }

    private static void assertTaken(Fix fix) {
        assertThat(judge(fix)).isInstanceOf(Verdict.Taken.class);
    }

    private static void assertRefused(Fix fix, FixRefusal reason) {
        assertThat(judge(fix)).isEqualTo(new Verdict.Refused(reason));
    }

    private static Verdict judge(Fix fix) {
        return FixRules.judge(
                fix,
                new Reporter("ishemalink", DRIVER, VEHICLE, null),
                new Times(NOW, Duration.ofMinutes(5), Duration.ofDays(2)));
    }
}
