package rw.ishemalink.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void the_last_lines_are_printed_and_then_what_is_new() throws IOException {
        Path log = Files.writeString(folder.resolve("kafka.log"), "one\ntwo\nthree\nhal");
        LogReader reader = new LogReader(Map.of("kafka", log), new PrintWriter(printed));

        reader.printTails(2);
        assertThat(printed).hasToString(lines("two", "three"));

        Files.writeString(log, "f\nfour\n", StandardOpenOption.APPEND);
        reader.printNew();
        assertThat(printed).hasToString(lines("two", "three", "half", "four"));

        reader.printNew();
        assertThat(printed).hasToString(lines("two", "three", "half", "four"));
    }

    @Test
    void of_several_logs_each_line_names_its_part_and_a_missing_log_is_empty() throws IOException {
        Path log = Files.writeString(folder.resolve("kafka.log"), "one\n");
        LogReader reader =
                new LogReader(Map.of("kafka", log, "gateway", folder.resolve("none.log")), new PrintWriter(printed));

        reader.printTails(5);

        assertThat(printed.toString()).startsWith("kafka ").endsWith(lines(" one"));
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
