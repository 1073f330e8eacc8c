package rw.ishemalink.tracking.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.position.Position;

class LivePositionsTest {

    private static final UUID TRUCK = new UUID(0, 9);
    private static final UUID MOTO = new UUID(0, 8);

    @Test
    void a_late_position_does_not_replace_a_newer_one_and_the_same_again_is_no_news() {
        LivePositions positions = Fixtures.positions(Map.of());
        assertThat(positions.keep(TRUCK, Fixtures.heard(TRUCK, 20, 20))).isTrue();
        assertThat(positions.keep(TRUCK, Fixtures.heard(TRUCK, 10, 30))).isFalse();
        assertThat(positions.keepLast(TRUCK, Fixtures.heard(TRUCK, 20, 20))).isFalse();
        assertThat(lastOf(positions, TRUCK)).isEqualTo(Fixtures.EIGHT.plusSeconds(20));
    }

    @Test
    void what_one_feed_has_missed_the_other_tells() {
        LivePositions positions = Fixtures.positions(Map.of());
        assertThat(positions.keepLast(TRUCK, Fixtures.heard(TRUCK, 10, 10))).isTrue();
        assertThat(positions.keep(TRUCK, Fixtures.heard(TRUCK, 20, 20))).isTrue();
        assertThat(positions.keepLast(TRUCK, Fixtures.heard(TRUCK, 30, 30))).isTrue();
        assertThat(lastOf(positions, TRUCK)).isEqualTo(Fixtures.EIGHT.plusSeconds(30));
    }

    @Test
    void of_too_many_vehicles_those_go_that_were_not_heard_of_longest() {
        LivePositions positions = Fixtures.positions(Map.of("ishema.tracking.most-vehicles", "100"));
        for (int i = 0; i <= 100; i++) {
            positions.keep(new UUID(1, i), Fixtures.heard(new UUID(1, i), i, i));
        }
        assertThat(positions.find(new UUID(1, 0))).isEmpty();
        assertThat(positions.find(new UUID(1, 9))).isEmpty();
        assertThat(positions.find(new UUID(1, 10))).isPresent();
        assertThat(positions.find(new UUID(1, 100))).isPresent();
    }

    @Test
    void what_came_lately_is_remembered_up_to_a_number_and_it_says_since_when() {
        LivePositions positions = Fixtures.positions(Map.of("ishema.tracking.most-recent-positions", "4"));
        positions.beginAt(Fixtures.EIGHT);
        for (int i = 1; i <= 3; i++) {
            positions.keep(TRUCK, Fixtures.heard(TRUCK, i, i));
        }
        assertThat(positions.lately(TRUCK, Fixtures.EIGHT).completeSince()).isEqualTo(Fixtures.EIGHT);
        assertThat(secondsOf(positions, TRUCK)).containsExactly(1L, 2L, 3L);
        for (int i = 4; i <= 6; i++) {
            positions.keep(MOTO, Fixtures.heard(MOTO, i, i));
        }
        assertThat(positions.lately(TRUCK, Fixtures.EIGHT).completeSince()).isEqualTo(Fixtures.EIGHT.plusSeconds(2));
        assertThat(secondsOf(positions, TRUCK)).containsExactly(3L);
        assertThat(secondsOf(positions, MOTO)).containsExactly(4L, 5L, 6L);
    }

    @Test
    void however_many_come_nothing_leads_to_those_that_are_forgotten() {
        LivePositions positions = Fixtures.positions(Map.of("ishema.tracking.most-recent-positions", "10"));
        positions.beginAt(Fixtures.EIGHT);
        IntStream.rangeClosed(1, 1_000).forEach(i -> positions.keep(TRUCK, Fixtures.heard(TRUCK, i, i)));
        assertThat(secondsOf(positions, TRUCK)).hasSize(10);
    }

    @Test
    void one_that_can_be_read_only_in_part_is_no_position_and_stops_nobody() {
        LivePositions positions = Fixtures.positions(Map.of());
        Heard whole = Fixtures.heard(TRUCK, 10, 10);
        byte[] cut = Arrays.copyOf(whole.bytes(), whole.bytes().length - 6);
        Heard half = new Heard(whole.topic(), whole.version(), cut, whole.recordedAtMicros(), whole.receivedAtMicros());
        positions.keep(TRUCK, half);
        assertThat(positions.find(TRUCK)).isEmpty();
        assertThat(positions.lately(TRUCK, Fixtures.EIGHT).positions()).isEmpty();
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 20, 20));
        assertThat(lastOf(positions, TRUCK)).isEqualTo(Fixtures.EIGHT.plusSeconds(20));
    }

    @Test
    void the_map_is_shown_those_that_were_taken_after_a_time() {
        LivePositions positions = Fixtures.positions(Map.of());
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 5, 5));
        positions.keep(MOTO, Fixtures.heard(MOTO, 50, 50));
        Map<UUID, Glance> seen = new HashMap<>();
        positions.glanceAtAll(Fixtures.EIGHT.plusSeconds(10), seen::put);
        assertThat(seen).containsOnlyKeys(MOTO);
        assertThat(seen.get(MOTO)).extracting(Glance::speedKmh).isEqualTo(40.0);
    }

    private static Instant lastOf(LivePositions positions, UUID vehicleId) {
        return positions.find(vehicleId).map(Position::recordedAt).orElseThrow();
    }

    private static List<Long> secondsOf(LivePositions positions, UUID vehicleId) {
        return positions.lately(vehicleId, Fixtures.EIGHT).positions().stream()
                .map(position -> position.recordedAt().getEpochSecond() - Fixtures.EIGHT.getEpochSecond())
                .sorted()
                .toList();
    }
}
