package rw.ishemalink.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.local.child.ProcessRef;
import rw.ishemalink.local.parts.PartFailedException;

class StackFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void a_process_is_found_again_by_its_file() {
        RunFiles files = new RunFiles(home);
        ProcessRef process = new ProcessRef(4711, Instant.parse("2026-11-21T08:00:00.120Z"));

        files.write("kafka", process);

        assertThat(files.find("kafka")).contains(process);
        assertThat(files.list()).containsExactly("kafka");
        files.delete("kafka");
        assertThat(files.find("kafka")).isEmpty();
        assertThat(files.list()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_understood_is_no_process() throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/kafka.process"), "pid=four\n");

        assertThat(new RunFiles(home).find("kafka")).isEmpty();
    }

    @Test
    void the_id_of_a_dead_part_that_another_program_got_is_not_taken_for_the_part() {
        ProcessHandle self = ProcessHandle.current();
        RunFiles files = new RunFiles(home);
        files.write(
                "postgres",
                new ProcessRef(
                        self.pid(), self.info().startInstant().orElseThrow().minusSeconds(3600)));

        LocalStack stack = new LocalStack(StackOptions.forTests(home, home));

        assertThat(stack.postgres().isAlive()).isFalse();
        assertThat(stack.listStatus().getFirst().state()).isEqualTo(PartState.KILLED);
        stack.close();
        assertThat(self.isAlive()).isTrue();
        assertThat(files.list()).isEmpty();
    }

    @Test
    void two_commands_do_not_change_one_stack_at_once() {
        int code = StackLock.holding(home, () -> {
            assertThatThrownBy(() -> StackLock.holding(home, () -> 0))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("another ./ishema is at work on this stack (process "
                            + ProcessHandle.current().pid() + ")");
            return 3;
        });

        assertThat(code).isEqualTo(3);
        assertThat(StackLock.holding(home, () -> 4)).isEqualTo(4);
    }

    @Test
    void less_than_a_gigabyte_is_a_full_disk() {
        assertThatThrownBy(() -> DiskSpace.requireMegabytes(home, 1023))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("the disk is full: 1023 MB are free at " + home);
        DiskSpace.requireMegabytes(home, 1024);
    }

    @Test
    void ports_are_kept_as_they_were_written_down() {
        StackOptions shifted = StackOptions.command(home, 1000);
        StackPorts.planned(shifted).write(shifted);

        StackPorts found = StackPorts.recorded(StackOptions.command(home, 0));

        assertThat(found.get("gateway")).isEqualTo(9080);
        assertThat(found.get("postgres")).isEqualTo(16_432);
        assertThat(found.get(StackPorts.SMTP)).isEqualTo(3525);
    }

    @Test
    void every_service_is_a_module_with_a_port_and_a_database_of_its_own() {
        List<ServiceSpec> all = Services.list();

        assertThat(all).extracting(ServiceSpec::port).doesNotHaveDuplicates();
        assertThat(all).extracting(ServiceSpec::urlVariable).doesNotHaveDuplicates();
        assertThat(all.stream().flatMap(service -> service.database().stream()))
                .doesNotHaveDuplicates()
                .doesNotContain("registry", "postgres");
        assertThat(all).allSatisfy(service -> assertThat(Path.of("../..", service.name(), "pom.xml"))
                .exists());
    }

    @Test
    void a_stack_needs_nothing_but_its_home() {
        new LocalStack(StackOptions.forTests(home, home.resolve("none"))).listStatus();

        try (Stream<Path> inside = Files.list(home)) {
            assertThat(inside).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
