package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TimeSlotsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void who_has_one_slot_of_eight_runs_much_less_than_others_and_freely_afterwards() throws IOException {
        Process slowed = busy();
        Process free = busy();
        try {
            try (var _ = new TimeSlots(List.of(slowed.pid()), 8)) {
                Duration before = cpu(slowed);
                Duration freeBefore = cpu(free);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> cpu(free).minus(freeBefore).compareTo(Duration.ofSeconds(1)) > 0);
                assertThat(cpu(slowed).minus(before)).isLessThan(Duration.ofMillis(600));
            }
            Duration after = cpu(slowed);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> cpu(slowed).minus(after).compareTo(Duration.ofSeconds(1)) > 0);
        } finally {
            slowed.destroyForcibly();
            free.destroyForcibly();
        }
    }

    private static Process busy() throws IOException {
        return new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }
}
