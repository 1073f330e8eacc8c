package rw.ishemalink.analytics.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import rw.ishemalink.analytics.AnalyticsTopology;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.analytics.drivers.BoardPart;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.schemas.wire.EventReader;

/** A second instance of the application: real streams, and of HTTP only what the first one asks. */
final class OtherInstance implements AutoCloseable {

    private final HttpServer http;
    private final KafkaStreams streams;
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    private OtherInstance(String bootstrapServers, String tenant) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StreamsConfig settings =
                new StreamsConfig(settings(bootstrapServers, http.getAddress().getPort()));
        Topology topology = AnalyticsTopology.build(
                settings, new EventReader((topic, version) -> Optional.empty()), TestNames.PSEUDONYMS);
        streams = new KafkaStreams(topology, settings);
        LocalStores stores = new LocalStores(streams, topology);
        http.createContext("/internal/analytics/drivers/board", exchange -> answer(exchange, stores, tenant));
    }

    static OtherInstance start(String bootstrapServers, String tenant) throws IOException {
        OtherInstance other = new OtherInstance(bootstrapServers, tenant);
        other.http.start();
        other.streams.start();
        return other;
    }

    /** The tokens that came with the questions. */
    List<String> tokens() {
        return tokens;
    }

    boolean isCounting() {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    private void answer(HttpExchange exchange, LocalStores stores, String tenant) throws IOException {
        try (exchange) {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = bytes(stores, board(exchange.getRequestURI(), tenant), exchange);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Of all that ever was, by deliveries: the leaders, a standing or who comes before one. */
    private static Question<BoardPart> board(URI asked, String tenant) {
        Map<String, String> parameters = Stream.of(asked.getQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        String driver = parameters.get("driver");
        String standing = parameters.get("standing");
        return new RankQuestion(new BoardQuery(
                Board.of(tenant, Period.ALL, 0),
                By.DELIVERIES,
                Integer.parseInt(parameters.getOrDefault("limit", "0")),
                driver == null ? null : UUID.fromString(driver),
                standing == null ? null : Standing.fromString(standing)));
    }

    private static <T> byte[] bytes(LocalStores stores, Question<T> question, HttpExchange exchange)
            throws IOException {
        Reading reading = Reading.valueOf(exchange.getRequestHeaders().getFirst(Peers.READING));
        return question.wire().write(stores.answer(question, reading));
    }

    private static Map<String, Object> settings(String bootstrapServers, int port) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-streams");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, "localhost:" + port);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams-state/" + UUID.randomUUID());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put("internal.leave.group.on.close", true);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(60));
        http.stop(0);
    }
}
