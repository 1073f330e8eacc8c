package rw.ishemalink.backup.wal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.Backups;

class TimelinesTest {

    /** The first restore followed the log to its end, the second went back to before it. */
    private final Timelines timelines = new Timelines(Map.of(
            2, "1\t0/9000000\tno recovery target specified\n",
            3, "1\t0/5000000\tbefore 2026-11-23 04:00:00+00\n"));

    @Test
    void aBackupIsFollowedOnTheNewestTimelineThatGoesThroughIt() {
        Backup early = Backups.endedAt(Instant.EPOCH, 3);
        Backup late = Backups.endedAt(Instant.EPOCH, 6);
        Backup last = Backups.endedAt(Instant.EPOCH, 10);

        assertThat(timelines.newestAfter(early)).isEqualTo(3);
        assertThat(timelines.newestAfter(late)).isEqualTo(2);
        assertThat(timelines.newestAfter(last)).isEqualTo(1);
        assertThat(new Timelines(Map.of()).newestAfter(early)).isEqualTo(1);
    }
}
