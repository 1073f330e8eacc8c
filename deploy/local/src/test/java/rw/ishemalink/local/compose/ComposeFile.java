package rw.ishemalink.local.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of deploy/compose, anchors resolved, variables not. */
record ComposeFile(String name, Map<String, Map<String, Object>> containers) {

    static final Path FOLDER = Path.of("../compose");

    static ComposeFile read(String name) {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve(name)));
            return new ComposeFile(name, file.getOrDefault("services", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each file of the suite says of each container. */
    static Stream<Container> listAll() {
        return Stream.of(
                        "compose.yaml",
                        "compose.dev.yaml",
                        "compose.prod.yaml",
                        "compose.backup.yaml",
                        "compose.store.yaml",
                        "compose.watch.yaml")
                .map(ComposeFile::read)
                .flatMap(ComposeFile::list);
    }

    /** Every container that a file defines; what another file only adds to has no image. */
    static Stream<Container> listDefined() {
        return listAll().filter(container -> container.settings().containsKey("image"));
    }

    /** What this file says of each container. */
    Stream<Container> list() {
        return containers.entrySet().stream().map(entry -> new Container(name, entry.getKey(), entry.getValue()));
    }

    /** One container as one file describes it. */
    record Container(String file, String name, Map<String, Object> settings) {

        Optional<Object> find(String setting) {
            return Optional.ofNullable(settings.get(setting));
        }

        String image() {
            return String.valueOf(settings.get("image"));
        }

        /** It ends: a step of the release, or what is only called by hand. */
        boolean isStep() {
            return image().startsWith("ishemalink/release:") || settings.containsKey("profiles");
        }

        /** Built as a service is. */
        boolean isService() {
            return image().startsWith("ishemalink/") && !isStep() && !image().startsWith("ishemalink/backup:");
        }

        @SuppressWarnings("unchecked") // YAML
        Map<String, Object> environment() {
            return (Map<String, Object>) settings.getOrDefault("environment", Map.of());
        }

        @SuppressWarnings("unchecked") // YAML
        List<String> healthCheck() {
            Map<String, Object> check = (Map<String, Object>) settings.getOrDefault("healthcheck", Map.of());
            return (List<String>) check.getOrDefault("test", List.of());
        }

        @Override
        public String toString() {
            return name + " of " + file;
        }
    }
}
