package rw.ishemalink.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.deadletter.Causes;

/**
 * An event that cannot be processed goes to the dead letters. Any other failure may have left half a change behind, so
 * the transaction is given up and the event comes again.
 */
public final class UnprocessableToDeadLetters implements ProcessingExceptionHandler {

    private @Nullable DeadRecords deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadRecords.lookUp();
    }

    @Override
    public ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> record, Exception cause) {
        boolean away = Causes.find(UnprocessableEventException.class, cause).isPresent()
                && Objects.requireNonNull(deadLetters).take(DeadRecords.of(context), cause);
        return away ? ProcessingHandlerResponse.CONTINUE : ProcessingHandlerResponse.FAIL;
    }
}
