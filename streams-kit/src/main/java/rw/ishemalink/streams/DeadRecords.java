package rw.ishemalink.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.spi.CDI;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.deadletter.Causes;
import rw.ishemalink.kit.deadletter.DeadLetters;
import rw.ishemalink.kit.deadletter.DeadRecord;

/**
 * The way of a stream's records to the dead letters. It is outside the stream's transaction: a record that comes again
 * after a crash is put there again.
 */
final class DeadRecords {

    private static final Logger LOG = Logger.getLogger(DeadRecords.class);

    private final DeadLetters deadLetters;

    private DeadRecords(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** For handlers, which Kafka makes by reflection. */
    static DeadRecords lookUp() {
        return new DeadRecords(CDI.current().select(DeadLetters.class).get());
    }

    static DeadRecord of(ConsumerRecord<byte[], byte[]> unread) {
        return new DeadRecord(
                unread.topic(),
                unread.partition(),
                unread.offset(),
                text(unread.key()),
                unread.value(),
                unread.headers());
    }

    static DeadRecord of(ErrorHandlerContext context) {
        return new DeadRecord(
                context.topic(),
                context.partition(),
                context.offset(),
                text(context.sourceRawKey()),
                context.sourceRawValue(),
                context.headers());
    }

    /** Sends the record away; false when it is not safe there, and the stream must not go on without it. */
    boolean take(DeadRecord dead, Exception cause) {
        try {
            deadLetters.send(dead, cause);
            return true;
        } catch (IllegalStateException e) {
            LOG.errorf("a record of %s stays: %s", dead.topic(), Causes.types(e));
            return false;
        }
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, UTF_8);
    }
}
