package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rules of deploy/observability as the Prometheus operator takes them. */
final class RuleFiles {

    private static final Path FOLDER = Path.of("../observability");
    private static final String ENDING = ".rules.yml";

    private RuleFiles() {}

    static String all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return "# Written by WatchingFilesTest (-Dfreeze), checked at every build: the rules of deploy/observability.\n"
                    + files.filter(file -> file.toString().endsWith(ENDING))
                            .sorted()
                            .map(RuleFiles::rules)
                            .collect(joining("---\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rules(Path file) {
        try {
            return """
                    apiVersion: monitoring.coreos.com/v1
                    kind: PrometheusRule
                    metadata:
                      name: %s
                    spec:
                    %s""".formatted(
                            file.getFileName().toString().replace(ENDING, ""),
                            Files.readString(file)
                                    .lines()
                                    .filter(line -> !line.startsWith("#"))
                                    .map(line -> line.isBlank() ? "" : "  " + line)
                                    .collect(joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
