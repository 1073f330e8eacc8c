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

/**
 * Any instance answers for all: it asks those that have the partitions and itself; while a partition moves those that
 * have a copy of it, and again until there is one.
 */
@ApplicationScoped
public class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final KafkaStreams streams;
    private final LocalStores local;
    private final Peers peers;
    private final Duration patience;
    private final HostInfo self;
    private final LastActive lastActive = new LastActive();

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
    public <T> Answer<T> ask(Question<T> question, String token) {
        return ask(question, Right.of(token));
    }

    /** The answer, as {@link #ask(Question, String)}, by another right than a caller's. */
    public <T> Answer<T> ask(Question<T> question, Right right) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Answer<T> answer = gather(question, right);
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

    private <T> Answer<T> gather(Question<T> question, Right right) {
        List<Part<T>> parts = new ArrayList<>(gather(question, Reading.ACTIVE, right));
        Answer<T> answer = Answer.ofBest(parts, question.partitions());
        if (!answer.complete()) {
            parts.addAll(gather(question, Reading.ANY, right));
            answer = Answer.ofBest(parts, question.partitions());
        }
        return lastActive.tell(question.store(), answer);
    }

    private <T> List<Part<T>> gather(Question<T> question, Reading reading, Right right) {
        List<CompletableFuture<List<Part<T>>>> asked = others(question.store(), reading).stream()
                .map(instance -> peers.ask(instance, question, reading, right))
                .toList();
        List<Part<T>> parts = new ArrayList<>(local.answer(question, reading));
        asked.forEach(answer -> parts.addAll(answer.join()));
        return parts;
    }

    private List<HostInfo> others(String store, Reading reading) {
        try {
            return streams.streamsMetadataForStore(store).stream()
                    .filter(instance -> has(instance, store, reading))
                    .map(StreamsMetadata::hostInfo)
                    .filter(instance -> !instance.equals(self))
                    .distinct()
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Not started or stopping: nobody is known.
            return List.of();
        }
    }

    private static boolean has(StreamsMetadata instance, String store, Reading reading) {
        return instance.stateStoreNames().contains(store)
                || (reading == Reading.ANY && instance.standbyStateStoreNames().contains(store));
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
