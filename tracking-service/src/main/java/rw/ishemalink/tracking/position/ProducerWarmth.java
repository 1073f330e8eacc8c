package rw.ishemalink.tracking.position;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;

/**
 * Lets the producer of positions learn where its topics are: it never waits for that, so it would send the first phones
 * away. Without a broker the start goes on, and the producer learns it when the first phone comes after the broker.
 */
@ApplicationScoped
class ProducerWarmth {

    private static final Logger LOG = Logger.getLogger(ProducerWarmth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Producer<String, byte[]> producer;

    ProducerWarmth(@Identifier(PositionProducer.NAME) Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        for (Topics topic : List.of(Topics.TRACKING_POSITIONS, Topics.TRACKING_REFUSALS)) {
            while (!isKnown(topic) && System.nanoTime() < latest) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean isKnown(Topics topic) {
        try {
            return !producer.partitionsFor(topic.topicName()).isEmpty();
        } catch (TimeoutException e) {
            LOG.debugf("%s is not known yet", topic.topicName());
            return false;
        }
    }
}
