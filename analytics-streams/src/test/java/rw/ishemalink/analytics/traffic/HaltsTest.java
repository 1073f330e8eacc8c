package rw.ishemalink.analytics.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells a jam from a halt. */
class HaltsTest {

    private static final String VEHICLE = "a vehicle";
    private static final double METRE = 1 / 111_195.0;

    private final Halts halts = new Halts();
    private final List<Long> counted = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-10T08:00:00Z");
    private double metresNorth;

    @Test
    void who_drives_counts_at_once() {
        drives(40);
        drives(12);
        assertThat(counted).containsExactly(40L, 12L);
    }

    @Test
    void who_waits_at_a_red_light_counts_as_soon_as_it_goes_on() {
        drives(30);
        stands(Duration.ofSeconds(20));
        stands(Duration.ofSeconds(20));
        assertThat(counted).containsExactly(30L);
        drives(25);
        assertThat(counted).containsExactly(30L, 0L, 0L, 25L);
    }

    @Test
    void who_is_parked_does_not_count_until_it_drives_again() {
        drives(30);
        for (int minute = 0; minute < 60; minute++) {
            stands(Duration.ofMinutes(1));
        }
        drives(25);
        assertThat(counted).containsExactly(30L, 25L);
    }

    @Test
    void who_was_silent_while_parked_does_not_count_either() {
        stands(Duration.ZERO);
        now = now.plus(Duration.ofHours(2));
        drives(25);
        assertThat(counted).containsExactly(25L);
    }

    @Test
    void who_creeps_on_from_halt_to_halt_is_in_a_jam() {
        stands(Duration.ofSeconds(30));
        metresNorth += Halts.AWAY_METRES + 1;
        stands(Duration.ofSeconds(30));
        metresNorth += Halts.AWAY_METRES + 1;
        stands(Duration.ofSeconds(30));
        assertThat(counted).containsExactly(0L, 0L);
    }

    @Test
    void a_phone_that_lies_still_and_seems_to_wander_is_parked() {
        for (int minute = 0; minute < 30; minute++) {
            stands(Duration.ofMinutes(1));
            tell(5, 20);
        }
        drives(25);
        assertThat(counted).containsExactly(25L);
    }

    @Test
    void what_is_told_late_ends_no_halt() {
        stands(Duration.ZERO);
        now = now.minus(Duration.ofMinutes(10));
        drives(35);
        now = now.plus(Duration.ofMinutes(11));
        drives(25);
        assertThat(counted).containsExactly(35L, 0L, 25L);
    }

    @Test
    void each_vehicle_stands_for_itself() {
        stands(Duration.ZERO);
        Fix other = fix(0, 0);
        assertThat(halts.after("another", other, new Reading(1, 1, true, 0))).isEmpty();
        drives(25);
        assertThat(counted).containsExactly(0L, 25L);
    }

    private void drives(long kmh) {
        now = now.plus(Duration.ofSeconds(10));
        metresNorth += 100;
        tell(kmh, 0);
    }

    private void stands(Duration since) {
        now = now.plus(since);
        tell(0, 0);
    }

    private void tell(long kmh, double metresBeside) {
        halts.after(VEHICLE, fix(kmh, metresBeside), new Reading(1, 1, kmh < Reading.SLOW_KMH, kmh))
                .forEach(reading -> counted.add(reading.speedKmh()));
    }

    private Fix fix(long kmh, double metresBeside) {
        long millis = now.toEpochMilli();
        return new Fix(
                "ishemalink", -1.95 + (metresNorth + metresBeside) * METRE, 30.06, (double) kmh, null, millis, millis);
    }
}
