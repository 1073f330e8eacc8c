package rw.ishemalink.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The overlays as Kustomize renders them, by the {@code kubectl} or {@code kustomize} of this machine. */
final class Overlays {

    private static final Path FOLDER = Path.of("overlays");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private Overlays() {}

    /** Every overlay's name. */
    static Stream<String> list() {
        String[] names = FOLDER.toFile().list();
        return Arrays.stream(names == null ? new String[0] : names).sorted();
    }

    /** What the overlay makes; the test is passed over, and says so, where nothing can render it. */
    static List<Manifest> render(String overlay) {
        Optional<List<String>> renderer = findRenderer();
        assumeTrue(renderer.isPresent(), "neither kubectl nor kustomize is here: manifests are not looked at");
        return RENDERED.computeIfAbsent(overlay, name -> render(renderer.orElseThrow(), name));
    }

    private static Optional<List<String>> findRenderer() {
        return isThere("kubectl")
                ? Optional.of(List.of("kubectl", "kustomize"))
                : Optional.of(List.of("kustomize", "build")).filter(_ -> isThere("kustomize"));
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<Manifest> render(List<String> renderer, String overlay) {
        try {
            Path rendered = Files.createTempFile("rendered-", ".yaml");
            List<String> command = Stream.concat(
                            renderer.stream(), Stream.of(FOLDER.resolve(overlay).toString()))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(rendered.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.waitFor()).as("%s", command).isZero();
            return YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered.toFile()).readAll().stream()
                    .map(Manifest::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
