package rw.ishemalink.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * When each alert fires: the stories of {@code *.test.yml}, told to Prometheus' own {@code promtool} (Debian: package
 * prometheus). Where it is neither on the path nor named by {@code -Dpromtool=…}, the tests are passed over and say so.
 */
class PromtoolTest {

    @Test
    void every_rule_is_one_that_prometheus_reads() throws Exception {
        promtool("check", "rules", Watched.files(".rules.yml"));
        promtool("check", "config", List.of(Path.of("prometheus.yml")));
    }

    @Test
    void every_alert_fires_when_it_must_and_only_then() throws Exception {
        promtool("test", "rules", Watched.files(".test.yml"));
    }

    private static void promtool(String verb, String what, List<Path> files) throws IOException, InterruptedException {
        Optional<String> program = findProgram();
        assumeTrue(program.isPresent(), "promtool is not here: rules are not tried");
        List<String> command = Stream.concat(
                        Stream.of(program.orElseThrow(), verb, what),
                        files.stream().map(Path::toString))
                .toList();
        Path log = Files.createTempFile("promtool-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor())
                .as("%s%n%s", command, Files.readString(log))
                .isZero();
    }

    private static Optional<String> findProgram() {
        return Optional.ofNullable(System.getProperty("promtool"))
                .or(() -> Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, "promtool"))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst());
    }
}
