package rw.ishemalink.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.kit.problem.ProblemException;

/** Any instance answers for all: it asks those that have the partitions and itself, and again while partitions move. */
@ApplicationScoped
public class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final KafkaStreams streams;
    private final LocalStores local;
    private final Peers peers;
    private final Duration patience;
    private final HostInfo self;

    Cluster(
            KafkaStreams streams,
            LocalStores local,
            Peers peers,
            AnalyticsConfig config,
            @ConfigProperty(name = "quarkus.kafka-streams.application-server") String self) {
        this.streams = streams;
        this.local = local;
        this.peers = peers;
        this.patience = config.patience();
        this.self = HostInfo.buildFromEndpoint(self);
    }

    /**
     * The answer, without the partitions that stayed away until patience ended.
     *
     * @param token the caller's bearer token
     * @throws ProblemException 503 when no partition answered
     */
    public <T> Answer<T> ask(Question<?, ?, T> question, String token) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Answer<T> answer = gather(question, token);
            boolean over = System.nanoTime() - end > 0;
            if (answer.complete()) {
                return answer;
            }
            if (over && !answer.isNothing()) {
                LOG.warnf("a question to %s is answered without all its partitions", question.store());
                return answer;
            }
            if (over || !pause()) {
                throw ProblemException.unavailable("stores-moving");
            }
        }
    }

    private <T> Answer<T> gather(Question<?, ?, T> question, String token) {
        List<CompletableFuture<Part<T>>> asked = others(question.store()).stream()
                .map(instance -> peers.ask(instance, question, token))
                .toList();
        List<Part<T>> parts = new ArrayList<>();
        parts.add(local.answer(question));
        asked.forEach(part -> parts.add(part.join()));
        return new Answer<>(parts, question.partitions());
    }

    private List<HostInfo> others(String store) {
        try {
            return streams.streamsMetadataForStore(store).stream()
                    .filter(instance -> instance.stateStoreNames().contains(store))
                    .map(StreamsMetadata::hostInfo)
                    .filter(instance -> !instance.equals(self))
                    .distinct()
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Not started or stopping: nobody is known.
            return List.of();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
