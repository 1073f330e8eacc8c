package rw.ishemalink.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.PartOptions;

@SuppressWarnings("NullAway.Init")
class LocalStackTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ServiceSpec BOOKING = ServiceSpec.withDatabase(
                    "booking-service", 8082, "booking", "ISHEMA_BOOKING_URL")
            .with("ISHEMA_TEST_KEY", "${secret}")
            .with("ISHEMA_TEST_FOLDER", "${home}/data/${name}");
    private static final ServiceSpec GATEWAY = ServiceSpec.withoutDatabase("gateway", 8080, 64, "ISHEMA_GATEWAY_URL");
    private static final ServiceSpec PAYMENT =
            ServiceSpec.withDatabase("payment-service", 8083, "payment", "ISHEMA_PAYMENT_URL");

    @TempDir
    private static Path folder;

    private static StackOptions options;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        for (ServiceSpec service : List.of(BOOKING, GATEWAY, PAYMENT)) {
            FakeService.build(folder, service.name());
        }
        options = StackOptions.forTests(folder, folder.resolve("home")).withServices(List.of(BOOKING, GATEWAY));
        stack = LocalStack.startForTests(options);
    }

    @AfterAll
    static void stop() throws IOException {
        // By another object, as a later command would.
        LocalStack later = new LocalStack(options);
        assertThat(later.parts()).allMatch(Part::isAlive);
        later.close();

        assertThat(stack.parts()).noneMatch(Part::isAlive);
        assertThat(later.listStatus()).allMatch(part -> part.state() == PartState.STOPPED);
        later.deleteData();
        assertThat(folder.resolve("home/data")).doesNotExist();
    }

    @Test
    void a_service_is_told_where_everything_is() {
        URI booking = stack.url("booking-service");

        assertThat(ask(booking, "ISHEMA_JDBC_URL"))
                .isEqualTo(stack.database("booking-service").url());
        assertThat(ask(booking, "ISHEMA_JDBC_PASSWORD"))
                .isEqualTo(stack.database("booking-service").password());
        assertThat(ask(booking, "KAFKA_BOOTSTRAP_SERVERS"))
                .isEqualTo(stack.kafka().bootstrapServers());
        assertThat(ask(booking, "ISHEMA_REGISTRY_URL"))
                .isEqualTo(stack.registry().url().toString());
        assertThat(ask(booking, "ISHEMA_GATEWAY_URL"))
                .isEqualTo(stack.gatewayUrl().toString());
        assertThat(ask(booking, "ISHEMA_TEST_FOLDER"))
                .isEqualTo(folder.resolve("home/data/booking-service").toString());
        assertThat(ask(stack.gatewayUrl(), "ISHEMA_JDBC_URL")).isBlank();
    }

    @Test
    void a_secret_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        String key = ask(stack.url("booking-service"), "ISHEMA_TEST_KEY");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(new Secrets(options.parts().home()).getOrCreate("ISHEMA_TEST_KEY"))
                .isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(options.parts().home().resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_killed_service_is_seen_and_started_again_alone() {
        long gateway = stack.part("gateway").pid();
        stack.kill("booking-service");
        assertThat(status("booking-service")).isEqualTo(PartState.KILLED);

        Listener listener = new Listener();
        new LocalStack(options).start(listener);

        assertThat(listener.heard).contains("started booking-service").doesNotContain("started gateway");
        awaitUntil(() -> status("booking-service") == PartState.READY);
        assertThat(new LocalStack(options).part("gateway").pid()).isEqualTo(gateway);
        stack = new LocalStack(options);
    }

    @Test
    void a_second_instance_runs_beside_the_first_with_more_environment() {
        ServicePart second = stack.startAnother("booking-service", Map.of("ISHEMA_TEST_EXTRA", "more"));

        assertThat(second.name()).isEqualTo("booking-service-2");
        assertThat(second.port()).isNotEqualTo(stack.part("booking-service").port());
        assertThat(ask(second.url(), "ISHEMA_TEST_EXTRA")).isEqualTo("more");
        stack.stop("booking-service-2");
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void a_service_that_dies_while_it_starts_is_told_with_its_last_error_and_its_log() {
        LocalStack more = withPayment("DIES");

        assertThatThrownBy(() -> more.start(StackProgress.SILENT))
                .isInstanceOf(PartFailedException.class)
                .hasMessage("payment-service ended while it started: ERROR no master key is set (log: "
                        + options.parts().log("payment-service") + ")");
        awaitUntil(() -> more.part("gateway").isReady());
        more.stop("payment-service");
    }

    @Test
    void a_cancelled_start_stops_what_it_started_and_nothing_else() throws Exception {
        LocalStack more = withPayment("NEVER_READY");
        StackStart start = more.prepareStart(StackProgress.SILENT);
        CompletableFuture<Void> running = CompletableFuture.runAsync(start::run);
        awaitUntil(() -> more.part("payment-service").isAlive());

        start.cancel(StackProgress.SILENT);

        assertThatThrownBy(() -> running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(PartFailedException.class);
        assertThat(more.part("payment-service").isAlive()).isFalse();
        awaitUntil(() -> more.part("gateway").isReady());
    }

    @Test
    void a_taken_port_is_named_with_its_part_before_anything_is_started() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackOptions taken = new StackOptions(
                    folder,
                    PartOptions.forTests(folder.resolve("taken")),
                    port -> port == 8080 ? other.getLocalPort() : Ports.pickFree(),
                    List.of(GATEWAY),
                    Map.of());
            LocalStack refused = new LocalStack(taken);

            assertThatThrownBy(() -> refused.start(StackProgress.SILENT))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " (gateway)")
                    .hasMessageContaining("ISHEMA_PORT_OFFSET");
            assertThat(refused.parts()).noneMatch(Part::isAlive);
        }
    }

    @Test
    void a_program_that_was_not_built_is_named_before_anything_is_started() {
        LocalStack refused = new LocalStack(StackOptions.forTests(folder, folder.resolve("unbuilt"))
                .withServices(List.of(ServiceSpec.withoutDatabase("tracking-service", 8085, 64, "X"))));

        assertThatThrownBy(() -> refused.start(StackProgress.SILENT))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("tracking-service: ")
                .hasMessageContaining("quarkus-run.jar is missing; build it");
        assertThat(refused.parts()).noneMatch(Part::isAlive);
    }

    @Test
    void an_unknown_name_is_answered_with_those_that_there_are() {
        // Another object, which has not heard of the second instance of another test.
        assertThatThrownBy(() -> new LocalStack(options).part("bookings"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no part is named bookings; there are postgres, kafka, registry, booking-service, gateway");
    }

    private static void awaitUntil(Callable<Boolean> done) {
        Awaitility.await().atMost(PATIENCE).until(done);
    }

    private static LocalStack withPayment(String fake) {
        return new LocalStack(options.withServices(List.of(BOOKING, GATEWAY, PAYMENT))
                .withEnvironment("payment-service", Map.of("FAKE", fake)));
    }

    private static PartState status(String name) {
        return new LocalStack(options)
                .listStatus().stream()
                        .filter(part -> part.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .state();
    }

    private static String ask(URI service, String variable) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/environment/" + variable))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Listener implements StackProgress {

        private final Queue<String> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void started(String part, int port) {
            heard.add("started " + part);
        }
    }
}
