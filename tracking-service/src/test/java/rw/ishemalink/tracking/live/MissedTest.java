package rw.ishemalink.tracking.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.history.Track;
import rw.ishemalink.tracking.position.Position;

/** Who was away is shown exactly what was missed: from memory what came lately, from the history what came before. */
class MissedTest {

    private static final UUID TRUCK = new UUID(0, 9);

    private final LivePositions positions = Fixtures.positions(Map.of("ishema.tracking.most-recent-positions", "3"));
    private final History history = new History();

    @Test
    void who_comes_new_is_shown_the_last_position() {
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 10, 10));
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 20, 20));
        assertThat(find(Optional.empty())).containsExactly(20L);
        assertThat(history.asked).isZero();
    }

    @Test
    void who_was_away_for_a_moment_is_shown_what_is_remembered_and_nobody_asks_the_history() {
        positions.beginAt(Fixtures.EIGHT.minusSeconds(3_600));
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 10, 10));
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 30, 30));
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 20, 31));
        assertThat(find(after(10))).containsExactly(20L, 30L);
        assertThat(history.asked).isZero();
    }

    @Test
    void who_was_away_for_longer_is_shown_the_history_and_what_it_does_not_have_yet() {
        positions.beginAt(Fixtures.EIGHT.plusSeconds(25));
        history.has(10, 20, 30);
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 30, 30));
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 40, 40));
        assertThat(find(after(10))).containsExactly(20L, 30L, 40L);
    }

    @Test
    void who_missed_nothing_is_shown_nothing() {
        positions.beginAt(Fixtures.EIGHT);
        positions.keep(TRUCK, Fixtures.heard(TRUCK, 10, 10));
        assertThat(find(after(10))).isEmpty();
    }

    @Test
    void nothing_from_before_the_trip_is_shown_however_long_ago_somebody_says_to_have_seen_it() {
        positions.beginAt(Fixtures.EIGHT.plusSeconds(25));
        history.has(-20, -10, 0, 10);
        assertThat(find(after(-3_600))).containsExactly(0L, 10L);
    }

    @Test
    void of_very_many_the_newest_are_shown() {
        positions.beginAt(Fixtures.EIGHT.plusSeconds(5_000));
        for (int i = 1; i <= 2_000; i++) {
            history.has(i);
        }
        assertThat(find(after(0))).hasSize(1_000).startsWith(1_001L).endsWith(2_000L);
    }

    private List<Long> find(Optional<Instant> lastShown) {
        return new Missed(positions, history, Fixtures.config(Map.of()))
                .find(Fixtures.trip(TRUCK), lastShown).stream()
                        .map(shown -> shown.micros() / 1_000_000 - Fixtures.EIGHT.getEpochSecond())
                        .toList();
    }

    private static Optional<Instant> after(long seconds) {
        return Optional.of(Fixtures.EIGHT.plusSeconds(seconds));
    }

    /** What was written down of the truck. */
    private static final class History implements Track {

        private final List<Position> written = new ArrayList<>();
        private int asked;

        private void has(long... seconds) {
            for (long second : seconds) {
                written.add(Fixtures.at(TRUCK, second));
            }
        }

        @Override
        public List<Position> find(UUID vehicleId, Instant from, Instant until, int most) {
            asked++;
            List<Position> found = written.stream()
                    .filter(position -> !position.recordedAt().isBefore(from)
                            && position.recordedAt().isBefore(until))
                    .toList();
            return found.subList(Math.max(0, found.size() - most), found.size());
        }
    }
}
