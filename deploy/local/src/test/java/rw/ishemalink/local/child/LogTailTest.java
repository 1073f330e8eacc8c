package rw.ishemalink.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_last_line_that_complains_is_told_without_the_stack_trace() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), """
                INFO starting
                ERROR first
                java.lang.IllegalStateException: no master key
                \tat rw.ishemalink.Keys.load(Keys.java:12)
                \t... 3 more
                INFO bye
                """);

        assertThat(LogTail.findLastError(log)).contains("java.lang.IllegalStateException: no master key");
    }

    @Test
    void of_a_line_in_json_the_message_and_its_cause_are_told() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), """
                {"level":"ERROR","message":"Failed to start","exception":{"message":"outer","frames":[],\
                "causedBy":{"exception":{"message":"no signature key"}}}}
                {"level":"INFO","message":"stopped"}
                """);

        assertThat(LogTail.findLastError(log)).contains("Failed to start: no signature key");
    }

    @Test
    void without_a_complaint_the_last_line_is_told() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n\n");

        assertThat(LogTail.findLastError(log)).contains("two");
    }

    @Test
    void a_log_that_was_never_written_has_no_error() {
        assertThat(LogTail.findLastError(folder.resolve("none"))).isEmpty();
    }
}
