package rw.ishemalink.analytics.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import rw.ishemalink.analytics.AnalyticsTopology;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.wire.EventReader;

/** One of several instances with a standby each: real streams and questions, and of HTTP only what another one asks. */
final class Instance implements AutoCloseable {

    private final HttpServer http;
    private final KafkaStreams streams;
    private final Cluster cluster;
    private final Question<?> question;
    private final LocalStores stores;

    private Instance(String application, Path directory, Question<?> question) throws IOException {
        this.question = question;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String self = "localhost:" + http.getAddress().getPort();
        StreamsConfig settings = new StreamsConfig(settings(application, self, directory));
        Topology topology = AnalyticsTopology.build(
                settings, new EventReader((topic, version) -> Optional.empty()), TestNames.PSEUDONYMS);
        streams = new KafkaStreams(topology, settings);
        stores = new LocalStores(streams, topology);
        var config = new Moving.Impatient(Duration.ofSeconds(30));
        cluster = new Cluster(streams, stores, new Peers(config), config, self);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/analytics", this::answer);
    }

    /**
     * Starts one.
     *
     * @param question which it answers for others
     */
    static Instance start(String application, Path directory, Question<?> question) throws IOException {
        Instance instance =
                new Instance(application, directory.resolve(UUID.randomUUID().toString()), question);
        instance.http.start();
        instance.streams.start();
        return instance;
    }

    <T> Answer<T> ask(Question<T> asked) {
        return cluster.ask(asked, "token");
    }

    boolean isActive() {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    /** The partitions on which it works. */
    long countActive(Question<?> asked) {
        return stores.answer(asked, Reading.ACTIVE).size();
    }

    /** The partitions of which it has a copy that has followed. */
    long countCopies(Question<?> asked) {
        stores.followCopies();
        return stores.answer(asked, Reading.ANY).stream()
                .filter(part -> !part.active())
                .count();
    }

    /** Whether it may be called ready: who stops the other one now leaves one that can take over. */
    boolean hasCopies() {
        return stores.areCopiesMade();
    }

    /** It is gone, and nobody was told. */
    void crash() {
        http.stop(0);
        streams.close(Duration.ofSeconds(60));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body =
                    bytes(question, Reading.valueOf(exchange.getRequestHeaders().getFirst(Peers.READING)));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private <T> byte[] bytes(Question<T> asked, Reading reading) throws IOException {
        return asked.wire().write(stores.answer(asked, reading));
    }

    private static Map<String, Object> settings(String application, String self, Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, SharedParts.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
        // Other tests publish what nobody can read or count.
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        // As if the machine had lost its current: the group waits for it until its session is over.
        settings.put("internal.leave.group.on.close", false);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 8_000);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 2_000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(60));
        http.stop(0);
    }
}
