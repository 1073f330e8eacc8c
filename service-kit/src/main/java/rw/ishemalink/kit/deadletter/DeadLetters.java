package rw.ishemalink.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rw.ishemalink.schemas.Topics;

/**
 * Puts records that cannot be read or handled on {@code <topic>.dlq}, as they came, with the cause in headers. A record
 * that comes again after a crash is put there again.
 */
@ApplicationScoped
@Unremovable // Kafka Streams makes its handlers by reflection; they look this up.
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

    /**
     * Sends the record away and waits until it is safe.
     *
     * @throws IllegalStateException when it could not be; the record must then not be passed over
     */
    public void send(DeadRecord dead, Exception cause) {
        try {
            producer.send(letter(dead, cause)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dead-letter topic does not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        meters.counter("ishema.dead.letters", "topic", dead.topic()).increment();
        LOG.errorf(
                "%s partition %d offset %d went to the dead-letter topic: %s",
                dead.topic(), dead.partition(), dead.offset(), Causes.types(cause));
    }

    private ProducerRecord<String, byte[]> letter(DeadRecord dead, Exception cause) {
        Headers headers = new RecordHeaders(dead.headers().toArray());
        headers.add("dead-letter-consumer", consumer.getBytes(UTF_8));
        headers.add("dead-letter-cause", Causes.types(cause).getBytes(UTF_8));
        headers.add("dead-letter-partition", Integer.toString(dead.partition()).getBytes(UTF_8));
        headers.add("dead-letter-offset", Long.toString(dead.offset()).getBytes(UTF_8));
        String topic = Topics.getByTopicName(dead.topic()).deadLetterTopicName();
        return new ProducerRecord<>(topic, null, dead.key(), dead.value(), headers);
    }
}
