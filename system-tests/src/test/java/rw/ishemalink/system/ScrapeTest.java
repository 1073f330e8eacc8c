package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.ServicePart;
import rw.ishemalink.local.story.Story;

/** What a running suite tells Prometheus is what alerts and dashboards ask for. */
class ScrapeTest {

    /** Of node exporter, of the archive (its own build looks) and of Prometheus itself. */
    private static final Pattern OF_OTHERS = Pattern.compile("node_.*|ishema_(archive|backup)_.*|up");

    /** Told when it has happened once, which it need not have here: it is at least in the sources. */
    private static final Pattern FROM_THE_FIRST_TIME_ON = Pattern.compile(".*_total|ishema_analytics_today_.*");

    private static final Path CHECKOUT = Path.of("..");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void something_has_happened() {
        new Story(Suite.get().context()).motoRideInKigali();
    }

    @Test
    void every_metric_that_is_asked_for_is_told_by_a_service() {
        Set<String> asked = Expressions.metrics();
        assertThat(asked)
                .contains("ishema_database_up", "ledger_imbalance_francs", "http_server_requests_seconds_bucket")
                .hasSizeGreaterThan(40);
        await().atMost(Suite.PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            Set<String> told = told();
            assertThat(asked.stream()
                            .filter(metric -> !OF_OTHERS.matcher(metric).matches())
                            .filter(metric -> !told.contains(metric))
                            .filter(metric ->
                                    !FROM_THE_FIRST_TIME_ON.matcher(metric).matches() || !isInSources(metric)))
                    .isEmpty();
        });
    }

    private static Set<String> told() {
        return services()
                .flatMap(service -> scrape(service).lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_service_tells_of_its_parts_its_groups_and_its_requests() {
        services().forEach(service -> await().atMost(Suite.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    String told = scrape(service);
                    assertThat(told).contains("ishema_kafka_up 1.0", "disk_free_bytes{", "jvm_memory_used_bytes{");
                    if (!service.name().equals("analytics-streams")
                            && !service.name().equals("gateway")) {
                        assertThat(told).contains("ishema_database_up 1.0", "ishema_outbox_oldest_seconds ");
                    }
                    if (!service.name().equals("gateway")) {
                        assertThat(told).contains("ishema_consumer_lag{group=\"");
                    }
                }));
    }

    @Test
    void the_books_balance_and_say_so() {
        assertThat(scrape(Suite.get().stack().services().stream()
                        .filter(part -> part.name().equals("payment-service"))
                        .findFirst()
                        .orElseThrow()))
                .contains("ledger_imbalance_francs 0.0");
    }

    private static Stream<ServicePart> services() {
        return Suite.get().stack().services().stream()
                .filter(part -> !part.service().name().equals("simulators"));
    }

    private static String scrape(ServicePart service) {
        try {
            URI metrics = service.url().resolve("/q/metrics");
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInSources(String metric) {
        String meter = '"'
                + metric.replaceAll("_(total|seconds|bucket|sum|count)$", "").replace('_', '.')
                + '"';
        try (Stream<Path> sources = Files.walk(CHECKOUT)) {
            return sources.filter(file -> file.toString().contains("src/main/java")
                            && file.toString().endsWith(".java"))
                    .anyMatch(file -> read(file).contains(meter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
