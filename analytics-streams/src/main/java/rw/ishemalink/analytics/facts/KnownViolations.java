package rw.ishemalink.analytics.facts;

import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.schemas.analytics.BrokenRule;

/** Violations of the law that another generation told of or withdrew: events that would show them are long deleted. */
@FunctionalInterface
public interface KnownViolations {

    /**
     * What is held against the booking from now on, and kept: the violations of the merged facts, but where the booking's
     * own events say better those of the facts before.
     */
    List<BrokenRule> held(Facts before, Facts merged);

    /** Where they are kept. */
    interface Kept {

        /** Those of the task's partition. */
        KnownViolations of(ProcessorContext<?, ?> context);

        /** The stores that it needs. */
        Set<StoreBuilder<?>> stores();
    }
}
