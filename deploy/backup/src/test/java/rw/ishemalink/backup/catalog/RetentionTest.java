package rw.ishemalink.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:30:00Z");

    @Test
    void everyMomentOfThirtyDaysCanBeRestored() {
        List<Backup> nightly = IntStream.rangeClosed(0, 60)
                .mapToObj(day ->
                        Backups.endedAt(NOW.minus(Duration.ofDays(60L - day)).minusSeconds(1_800), day))
                .toList();

        List<Backup> kept = Retention.THIRTY_DAYS.keep(nightly, NOW);

        assertThat(kept).hasSize(31);
        assertThat(kept.getFirst().endedAt()).isBeforeOrEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(kept.get(1).endedAt()).isAfter(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void theNewestStaysHoweverOldItIs() {
        Backup old = Backups.endedAt(NOW.minus(Duration.ofDays(400)), 1);
        Backup lessOld = Backups.endedAt(NOW.minus(Duration.ofDays(300)), 2);

        assertThat(Retention.THIRTY_DAYS.keep(List.of(old, lessOld), NOW)).containsExactly(lessOld);
        assertThat(Retention.THIRTY_DAYS.keep(List.of(), NOW)).isEmpty();
    }
}
