package rw.ishemalink.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.deadletter.Causes;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/** A record that nothing makes readable goes to the dead letters; anything else, e.g. no registry, is tried again. */
public final class UnreadableToDeadLetters implements DeserializationExceptionHandler {

    private @Nullable DeadRecords deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadRecords.lookUp();
    }

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unread, Exception cause) {
        boolean away = Causes.find(UnreadableEventException.class, cause).isPresent()
                && Objects.requireNonNull(deadLetters).take(DeadRecords.of(unread), cause);
        return away ? DeserializationHandlerResponse.CONTINUE : DeserializationHandlerResponse.FAIL;
    }
}
