package rw.ishemalink.analytics.facts;

import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.schemas.analytics.BrokenRule;

/** Violations of the law that another generation told of: events that would show them are long deleted. */
@FunctionalInterface
public interface KnownViolations {

    /** Takes a violation over; false where the booking's own events say better. */
    boolean takes(String tenant, UUID bookingId, BrokenRule broken);

    /** Where they are kept. */
    interface Kept {

        /** Those of the task's partition. */
        KnownViolations of(ProcessorContext<?, ?> context);

        /** The stores that it needs. */
        Set<StoreBuilder<?>> stores();
    }
}
