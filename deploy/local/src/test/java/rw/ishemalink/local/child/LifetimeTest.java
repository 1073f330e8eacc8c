package rw.ishemalink.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** A JVM that starts one sleeping child and tells its id. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            // From a thread that ends at once: the child must not die with it.
            Thread starter = Thread.ofPlatform().start(() -> start(folder, Lifetime.valueOf(arguments[1])));
            starter.join();
            Thread.currentThread().join();
        }

        private static void start(Path folder, Lifetime lifetime) {
            Child child = Child.start(sleeper(folder), lifetime);
            try {
                Files.writeString(folder.resolve("half"), Long.toString(child.pid()));
                Files.move(folder.resolve("half"), folder.resolve("pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_child_with_the_lifetime_of_its_parent_dies_when_the_parent_is_killed() throws IOException {
        assumeTrue(Programs.find("setpriv").isPresent(), "needs Linux");
        Child parent = startParent(Lifetime.WITH_PARENT);
        ProcessHandle sleeper = awaitSleeper();
        assertThat(Liveness.isAlive(sleeper)).isTrue();

        parent.signal("KILL");

        Awaitility.await().atMost(PATIENCE).until(() -> !Liveness.isAlive(sleeper));
    }

    @Test
    void a_detached_child_lives_on_and_is_recognised_by_its_reference() throws IOException {
        Child parent = startParent(Lifetime.DETACHED);
        ProcessHandle sleeper = awaitSleeper();
        ProcessRef reference = ProcessRef.of(sleeper);

        parent.signal("KILL");
        Awaitility.await().atMost(PATIENCE).until(() -> !parent.isAlive());

        assertThat(Liveness.isAlive(sleeper)).isTrue();
        Child adopted = Child.adopt(reference.find().orElseThrow(), reference);
        adopted.stop("TERM", Duration.ofSeconds(5));
        assertThat(reference.find()).isEmpty();
    }

    @Test
    void a_process_with_the_same_id_and_another_start_time_is_not_ours() {
        ProcessHandle self = ProcessHandle.current();
        ProcessRef other = new ProcessRef(
                self.pid(), self.info().startInstant().orElseThrow().minusSeconds(60));

        assertThat(other.find()).isEmpty();
        assertThat(ProcessRef.of(self).find()).isPresent();
    }

    @Test
    void a_child_that_ignores_the_stop_signal_is_killed_with_its_children() {
        Child stubborn = Child.start(
                spec(folder, "trap '' TERM; sleep 1000 & echo started; while true; do wait; done"),
                Lifetime.WITH_PARENT);
        awaitLogged("started");
        List<ProcessHandle> children =
                stubborn.reference().find().orElseThrow().children().toList();

        stubborn.stop("TERM", Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(children).isNotEmpty().noneMatch(Liveness::isAlive);
    }

    private Child startParent(Lifetime lifetime) {
        List<String> command = List.of(
                Programs.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString(),
                lifetime.name());
        return Child.start(ChildSpec.of(command, Map.of(), folder, folder.resolve("log")), Lifetime.WITH_PARENT);
    }

    private ProcessHandle awaitSleeper() throws IOException {
        Path pid = folder.resolve("pid");
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(pid));
        awaitLogged("asleep");
        return ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    }

    private void awaitLogged(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(folder.resolve("log"))
                .contains(text));
    }

    /** Says when it runs: until then it does not belong to its parent for life and death yet. */
    private static ChildSpec sleeper(Path folder) {
        return spec(folder, "echo asleep; exec sleep 1000");
    }

    private static ChildSpec spec(Path folder, String script) {
        return ChildSpec.of(List.of("sh", "-c", script), Map.of(), folder, folder.resolve("log"));
    }
}
