package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

class TravelledTest {

    private static final Instant TEN = Instant.parse("2027-03-01T08:00:00Z");

    @Test
    void driving_counts_and_standing_does_not() {
        Progress progress = Travelled.along(List.of(
                at(-2.00, Duration.ZERO),
                at(-2.01, Duration.ofMinutes(1)),
                at(-2.0101, Duration.ofMinutes(4)),
                at(-2.02, Duration.ofMinutes(5))));
        assertThat(progress.moving()).isEqualTo(Duration.ofMinutes(2));
        assertThat(progress.metres()).isCloseTo(2_213L, Offset.offset(5L));
    }

    @Test
    void of_a_long_silence_nothing_is_known() {
        assertThat(Travelled.along(List.of(at(-2.0, Duration.ZERO), at(-2.5, Duration.ofMinutes(50)))))
                .isEqualTo(Progress.NONE);
    }

    @Test
    void one_position_and_the_same_twice_are_no_way() {
        assertThat(Travelled.along(List.of())).isEqualTo(Progress.NONE);
        assertThat(Travelled.along(List.of(at(-2.0, Duration.ZERO), at(-2.0, Duration.ZERO))))
                .isEqualTo(Progress.NONE);
    }

    private static Position at(double latitude, Duration after) {
        Instant when = TEN.plus(after);
        UUID somebody = new UUID(0, 1);
        return new Position(
                "ishemalink",
                somebody,
                somebody,
                new GeoPoint(latitude, 29.7),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                when,
                when);
    }
}
