package rw.ishemalink.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts records that cannot be read or handled on {@code <topic>.dlq}, as they came, with the cause in headers. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
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
    void send(ConsumerRecord<String, byte[]> dead, Exception cause) {
        Headers headers = new RecordHeaders(dead.headers().toArray());
        headers.add("dead-letter-consumer", consumer.getBytes(UTF_8));
        headers.add("dead-letter-cause", causeOf(cause).getBytes(UTF_8));
        headers.add("dead-letter-partition", Integer.toString(dead.partition()).getBytes(UTF_8));
        headers.add("dead-letter-offset", Long.toString(dead.offset()).getBytes(UTF_8));
        try {
            producer.send(new ProducerRecord<>(dead.topic() + ".dlq", null, dead.key(), dead.value(), headers))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dead-letter topic does not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        meters.counter("ishema.inbox.dead", "topic", dead.topic()).increment();
        LOG.errorf(
                "%s partition %d offset %d went to the dead-letter topic: %s",
                dead.topic(), dead.partition(), dead.offset(), causeOf(cause));
    }

    /** Types only: a message may quote personal data out of the record. */
    private static String causeOf(Throwable e) {
        String name = e.getClass().getName();
        return e.getCause() == null ? name : name + " <- " + causeOf(e.getCause());
    }
}
