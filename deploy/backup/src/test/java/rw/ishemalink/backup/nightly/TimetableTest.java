package rw.ishemalink.backup.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private final Timetable nightly = new Timetable(LocalTime.of(2, 0));

    @Test
    void backsUpAtTwoInKigali() {
        assertThat(nightly.untilNext(Instant.parse("2026-11-23T23:00:00Z"))).isEqualTo(Duration.ofHours(1));
        assertThat(nightly.untilNext(Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo(Duration.ofDays(1));
        assertThat(nightly.untilNext(Instant.parse("2026-11-24T00:00:01Z")))
                .isEqualTo(Duration.ofDays(1).minusSeconds(1));
    }

    @Test
    void verifiesOnceAWeek() {
        assertThat(nightly.isVerified(Instant.parse("2026-11-22T00:00:00Z"))).isTrue();
        assertThat(nightly.isVerified(Instant.parse("2026-11-23T00:00:00Z"))).isFalse();
    }
}
