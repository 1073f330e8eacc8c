package rw.ishemalink.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;

/** Hands events to their listeners, once each: what was seen before is passed over. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class Inbox {

    private static final String REMEMBER = """
            insert into inbox (event_id) select unnest(:ids) on conflict do nothing returning event_id""";

    private final Map<Topics, InboxListener<?>> listeners = new EnumMap<>(Topics.class);
    private final UnitOfWork unitOfWork;
    private final MeterRegistry meters;
    private final OpenTelemetry telemetry = GlobalOpenTelemetry.get();

    Inbox(@All List<InboxListener<?>> listeners, UnitOfWork unitOfWork, MeterRegistry meters) {
        listeners.forEach(listener -> this.listeners.put(topicOf(listener), listener));
        this.unitOfWork = unitOfWork;
        this.meters = meters;
    }

    /** The topics that somebody listens to. */
    Set<Topics> topics() {
        return listeners.keySet();
    }

    /** Handles the events in order, in one transaction: all or none. */
    void handle(List<ReceivedEvent> events) {
        unitOfWork.run(tx -> {
            Set<UUID> fresh = remember(tx, events);
            for (ReceivedEvent event : events) {
                // remove: a repeat within the batch is passed over too
                boolean first = fresh.remove(event.eventId());
                count(event, first ? "handled" : "repeat");
                if (first) {
                    handle(tx, event);
                }
            }
        });
    }

    private static Set<UUID> remember(Tx tx, List<ReceivedEvent> events) {
        UUID[] ids =
                events.stream().map(ReceivedEvent::eventId).distinct().sorted().toArray(UUID[]::new);
        return new HashSet<>(tx.sql()
                .createQuery(REMEMBER)
                .bind("ids", ids)
                .mapTo(UUID.class)
                .list());
    }

    private void handle(Tx tx, ReceivedEvent event) {
        InboxListener<?> listener = listeners.get(event.topic());
        if (listener == null) {
            throw new IllegalStateException("nobody listens to " + event.topic());
        }
        Context sender = telemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.current(), event.source().headers(), KafkaHeaderGetter.INSTANCE);
        Span span = telemetry
                .getTracer("rw.ishemalink.kit.inbox")
                .spanBuilder(event.topic().topicName() + " process")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(sender)
                .startSpan();
        Correlation.begin(event.correlationId(), event.eventId());
        event.findTenant().ifPresent(Correlation::ofTenant);
        try (Scope _ = span.makeCurrent()) {
            dispatch(listener, tx, event.event());
        } finally {
            Correlation.end();
            span.end();
        }
    }

    private static <E extends SpecificRecord> void dispatch(InboxListener<E> listener, Tx tx, SpecificRecord event) {
        listener.handle(tx, listener.eventType().cast(event));
    }

    private void count(ReceivedEvent event, String outcome) {
        meters.counter("ishema.inbox.events", "topic", event.topic().topicName(), "outcome", outcome)
                .increment();
    }

    private static Topics topicOf(InboxListener<?> listener) {
        for (Topics topic : Topics.values()) {
            if (topic.value().equals(listener.eventType())) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic carries " + listener.eventType());
    }
}
