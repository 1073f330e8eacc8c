package rw.ishemalink.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.local.compose.ComposeFile.Container;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;

class ComposeFilesTest {

    private static final Path CHECKOUT = Path.of("../..");

    /** What an environment variable is called in a service's settings: {@code ${ISHEMA_...} }, or a property's own name. */
    private static final Pattern READ = Pattern.compile("\\$\\{((?:ISHEMA|KAFKA)_[A-Z0-9_]+)");

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"(ishema[a-z.-]*)\"\\)");

    /** Read by the image, not by the service. */
    private static final Set<String> OF_THE_IMAGE = Set.of("ISHEMA_HEAP_MEGABYTES", "ISHEMA_JAVA_OPTIONS");

    static Stream<Container> containers() {
        return ComposeFile.listDefined();
    }

    static Stream<Container> services() {
        return containers().filter(Container::isService);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void an_image_is_named_by_its_version(Container container) {
        assertThat(container.image())
                .matches(".+:(v?\\d+\\.\\d+.*|\\$\\{ISHEMA_TAG})")
                .doesNotContain("latest");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void nothing_takes_more_than_its_share(Container container) {
        assertThat(container.settings()).containsKeys("mem_limit", "cpus", "pids_limit");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void nothing_writes_to_its_program_or_has_the_power_of_root(Container container) {
        assertThat(container.find("read_only")).contains(true);
        assertThat(container.find("cap_drop")).contains(List.of("ALL"));
        assertThat(container.find("security_opt")).contains(List.of("no-new-privileges:true"));
        assertThat(container.settings()).doesNotContainKeys("privileged", "cap_add", "pid", "network_mode");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void what_dies_is_started_again_and_a_step_ends(Container container) {
        assertThat(container.find("restart")).contains(container.isStep() ? "no" : "unless-stopped");
        assertThat(container.settings()).containsKey("healthcheck");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_asked_what_the_stack_of_one_machine_asks_it(Container container) {
        assertThat(container.healthCheck()).containsExactly("CMD", "/app/health", "/q/health/ready");
        assertThat(read(CHECKOUT.resolve("deploy/local/src/main/java/rw/ishemalink/local/stack/ServicePart.java")))
                .contains("\"/q/health/ready\"");
    }

    /** It is process 1, to which a shell leaves its children; one of them that dies badly counts as a backend that crashed. */
    @Test
    void postgresql_is_asked_by_one_process() {
        assertThat(containers().filter(one -> one.image().startsWith("postgres:")))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.healthCheck()).startsWith("CMD", "pg_isready"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_folder_of_the_host_is_mounted_to_be_read(Container container) {
        assertThat(mounts(container)).allMatch(mount -> !mount.startsWith(".") || mount.endsWith(":ro"));
    }

    @Test
    void every_service_of_the_suite_is_there() {
        Set<String> services = services().map(Container::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(services)
                .containsExactlyInAnyOrderElementsOf(
                        Services.list().stream().map(ServiceSpec::name).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void an_image_of_ours_is_named_like_its_service(Container container) {
        assertThat(container.image()).isEqualTo("ishemalink/" + container.name() + ":${ISHEMA_TAG}");
    }

    /** They are told to it by files, like every secret, so the check of a service's variables does not see them. */
    @Test
    void the_archive_is_told_what_it_asks_for() throws IOException {
        Set<String> told = new HashSet<>(container("archive").environment().keySet());
        Pattern.compile("keep archive/(\\w+)")
                .matcher(read(ComposeFile.FOLDER.resolve("secrets.sh")))
                .results()
                .forEach(match -> told.add(match.group(1)));
        Pattern asked = Pattern.compile("required\\(environment, \"(\\w+)\"\\)");
        try (Stream<Path> sources = Files.walk(CHECKOUT.resolve("deploy/backup/src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .flatMap(file -> asked.matcher(read(file)).results().map(match -> match.group(1)))
                            .toList())
                    .isNotEmpty()
                    .isSubsetOf(told);
        }
    }

    @Test
    void a_restore_finds_what_the_archive_stored() {
        assertThat(container("restore").environment())
                .isEqualTo(container("archive").environment());
    }

    @Test
    void each_service_with_a_database_has_its_own() {
        Services.list().forEach(service -> service.database()
                .ifPresent(database -> assertThat(container(service.name()).environment())
                        .containsEntry("ISHEMA_JDBC_URL", "jdbc:postgresql://postgres:5432/" + database)
                        .containsEntry("ISHEMA_JDBC_USER", database)));
    }

    @Test
    void the_others_are_found_at_their_ports() {
        Map<String, Object> environment = container("booking-service").environment();
        Services.list().stream()
                .filter(service -> !Set.of("gateway", "simulators").contains(service.name()))
                .forEach(service -> assertThat(environment)
                        .containsEntry(service.urlVariable(), "http://" + service.name() + ":" + service.port()));
    }

    @Test
    void no_secret_is_in_a_file_or_in_an_environment() {
        Set<String> secrets = new HashSet<>();
        Services.list().forEach(service -> service.environment().forEach((name, value) -> {
            if (value.contains("secret}")) {
                secrets.add(name);
            }
        }));
        secrets.add("ISHEMA_JDBC_PASSWORD");
        ComposeFile.listAll().forEach(container -> assertThat(
                        container.environment().keySet())
                .as(container.toString())
                .doesNotContainAnyElementsOf(secrets)
                .noneMatch(name -> name.endsWith("_PASSWORD") || name.endsWith("_KEY") || name.endsWith("_SECRET")));
        assertThat(read(ComposeFile.FOLDER.resolve("secrets.sh"))).contains(secrets);
    }

    /** What is told to a pod and not to a container would be the default there, which everybody knows. */
    @Test
    void what_is_a_secret_in_kubernetes_is_told_in_containers() throws IOException {
        Set<String> told = new HashSet<>();
        Pattern.compile("[\\w-]+/(ISHEMA_\\w+)")
                .matcher(read(ComposeFile.FOLDER.resolve("secrets.sh")))
                .results()
                .forEach(match -> told.add(match.group(1)));
        ComposeFile.listAll()
                .forEach(container -> told.addAll(container.environment().keySet()));
        Pattern secret = Pattern.compile("name: ishema-[\\w-]+, key: (\\w+)");
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("deploy/kubernetes/base/services"))) {
            assertThat(files.flatMap(
                                    file -> secret.matcher(read(file)).results().map(match -> match.group(1)))
                            .toList())
                    .isNotEmpty()
                    .allMatch(told::contains);
        }
    }

    /** A variable that nobody reads is a typing error that nobody notices. */
    @Test
    void a_service_knows_each_variable_that_it_is_told() throws IOException {
        Set<String> known = new HashSet<>(OF_THE_IMAGE);
        Set<String> prefixes = new HashSet<>();
        sources().forEach(file -> {
            String text = read(file);
            READ.matcher(text).results().forEach(match -> known.add(match.group(1)));
            PREFIX.matcher(text).results().forEach(match -> prefixes.add(variable(match.group(1))));
        });
        ComposeFile.listAll()
                .filter(container ->
                        Services.list().stream().anyMatch(one -> one.name().equals(container.name())))
                .forEach(container -> assertThat(container.environment().keySet())
                        .as(container.toString())
                        .allMatch(name -> name.startsWith("QUARKUS_")
                                || known.contains(name)
                                || prefixes.stream().anyMatch(prefix -> name.startsWith(prefix + "_"))));
    }

    @Test
    void each_variable_of_the_files_has_a_value_in_the_example() {
        for (Map.Entry<String, List<String>> use : Map.of(
                        "dev.env",
                                List.of(
                                        "compose.yaml",
                                        "compose.dev.yaml",
                                        "compose.backup.yaml",
                                        "compose.store.yaml"),
                        "prod.env.example",
                                List.of(
                                        "compose.yaml",
                                        "compose.prod.yaml",
                                        "compose.backup.yaml",
                                        "compose.watch.yaml"))
                .entrySet()) {
            String values = read(ComposeFile.FOLDER.resolve(use.getKey()));
            use.getValue().stream()
                    .flatMap(file -> Pattern.compile("\\$\\{([A-Z_]+)}")
                            .matcher(read(ComposeFile.FOLDER.resolve(file)))
                            .results())
                    .forEach(match -> assertThat(values).contains("\n" + match.group(1) + "="));
        }
    }

    /** Brokers of production stand in two files. */
    @Test
    void all_brokers_are_set_up_alike() {
        Map<String, Object> first = settledFirstBroker();
        for (String name : List.of("kafka-2", "kafka-3")) {
            Map<String, Object> other = new HashMap<>(container(name).environment());
            other.remove("KAFKA_NODE_ID");
            other.remove("KAFKA_ADVERTISED_LISTENERS");
            assertThat(other).isEqualTo(first);
        }
    }

    private static Map<String, Object> settledFirstBroker() {
        Map<String, Object> settings = new HashMap<>();
        ComposeFile.listAll()
                .filter(container -> container.name().equals("kafka-1"))
                .forEach(container -> settings.putAll(container.environment()));
        settings.remove("KAFKA_NODE_ID");
        settings.remove("KAFKA_ADVERTISED_LISTENERS");
        return settings;
    }

    private static Container container(String name) {
        return containers().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked") // YAML
    private static List<String> mounts(Container container) {
        return (List<String>) container.find("volumes").orElse(List.of());
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT)) {
            return files
                    .filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> file.toString().endsWith(".properties")
                            || file.toString().endsWith("Config.java"))
                    .toList()
                    .stream();
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
