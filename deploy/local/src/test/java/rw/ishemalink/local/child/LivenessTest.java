package rw.ishemalink.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

class LivenessTest {

    private static final int THREADS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A JVM of many threads, which end one after the other when it is killed. */
    static final class Crowd {

        private Crowd() {}

        public static void main(String[] arguments) throws InterruptedException {
            for (int i = 0; i < THREADS; i++) {
                Thread.ofPlatform().start(Crowd::rest);
            }
            System.out.println("all here");
            Thread.currentThread().join();
        }

        private static void rest() {
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whoever restarts a part asks twice: whether the old process has gone, and whether one must be started. */
    @RepeatedTest(15)
    void what_has_ended_once_is_never_alive_again() throws IOException {
        Process crowd = new ProcessBuilder(
                        Programs.java(), "-cp", System.getProperty("java.class.path"), Crowd.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(crowd.inputReader().readLine()).isEqualTo("all here");

        crowd.toHandle().destroyForcibly();
        assertThat(Liveness.awaitEnd(crowd.toHandle(), PATIENCE)).isTrue();

        List<Boolean> answers = new ArrayList<>();
        while (crowd.isAlive()) {
            answers.add(Liveness.isAlive(crowd.toHandle()));
        }
        assertThat(answers).doesNotContain(true);
    }
}
