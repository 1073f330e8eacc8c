package rw.ishemalink.analytics.engine;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** A record that nothing makes readable goes to the dead letters; anything else, e.g. no registry, is tried again. */
public final class UnreadableToDeadLetters implements DeserializationExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        // Kafka makes the handler by reflection.
        deadLetters = CDI.current().select(DeadLetters.class).get();
    }

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unread, Exception cause) {
        boolean away = Causes.find(UnreadableEventException.class, cause).isPresent()
                && Objects.requireNonNull(deadLetters).take(DeadRecord.of(unread), cause);
        return away ? DeserializationHandlerResponse.CONTINUE : DeserializationHandlerResponse.FAIL;
    }
}
