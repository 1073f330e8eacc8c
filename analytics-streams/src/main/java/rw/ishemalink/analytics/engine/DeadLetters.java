package rw.ishemalink.analytics.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;

/**
 * Puts records on {@code <topic>.dlq}, as they came, with the cause in headers. It has a producer of its own, outside
 * the stream's transaction: a record that comes again after a crash is put there again.
 */
@ApplicationScoped
@Unremovable
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final MeterRegistry meters;
    private final String consumer;

    DeadLetters(
            Producer<String, byte[]> producer,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.producer = producer;
        this.meters = meters;
        this.consumer = consumer;
    }

    /** Sends the record away; false when it is not safe there, and the stream must not go on without it. */
    boolean take(DeadRecord dead, Exception cause) {
        try {
            send(dead, cause);
        } catch (ExecutionException e) {
            LOG.errorf("the dead-letter topic of %s does not take a record: %s", dead.topic(), Causes.types(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        meters.counter("ishema.streams.dead", "topic", dead.topic()).increment();
        LOG.errorf(
                "%s partition %d offset %d went to the dead-letter topic: %s",
                dead.topic(), dead.partition(), dead.offset(), Causes.types(cause));
        return true;
    }

    private void send(DeadRecord dead, Exception cause) throws ExecutionException, InterruptedException {
        RecordHeaders headers = new RecordHeaders(dead.headers().toArray());
        headers.add("dead-letter-consumer", consumer.getBytes(UTF_8));
        headers.add("dead-letter-cause", Causes.types(cause).getBytes(UTF_8));
        headers.add("dead-letter-partition", Integer.toString(dead.partition()).getBytes(UTF_8));
        headers.add("dead-letter-offset", Long.toString(dead.offset()).getBytes(UTF_8));
        String topic = Topics.getByTopicName(dead.topic()).deadLetterTopicName();
        String key = Optional.ofNullable(dead.key())
                .map(bytes -> new String(bytes, UTF_8))
                .orElse(null);
        producer.send(new ProducerRecord<>(topic, null, key, dead.value(), headers))
                .get();
    }
}
