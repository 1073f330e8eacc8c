package rw.ishemalink.kit.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.kit.deadletter.DeadLetters;
import rw.ishemalink.kit.deadletter.DeadRecord;
import rw.ishemalink.kit.outbox.DatabaseAway;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.UnreadableEventException;

/**
 * Gets a batch through. All events in one transaction if that goes; else each in its own, so that one bad event does not
 * hold up the others. What cannot be read, or never passes, goes to the dead-letter topic; what fails because the
 * database is away stays and comes again, however long that takes.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
class BatchHandling {

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final InboxConfig config;
    private final EventReader reader;
    /** How often events of batches that are not through yet have failed. */
    private final Map<UUID, Integer> failures = new HashMap<>();

    BatchHandling(
            Inbox inbox,
            DeadLetters deadLetters,
            InboxConfig config,
            @ConfigProperty(name = "ishema.registry.url") URI registry) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.config = config;
        this.reader = new EventReader(new RegistryVersions(registry));
    }

    /** Handles the records; after a failure some are handled and some not, and all must come again. */
    void handle(ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.count());
        Map<ConsumerRecord<String, byte[]>, UnreadableEventException> unreadable = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> source : records) {
            try {
                events.add(read(source));
            } catch (UnreadableEventException e) {
                unreadable.put(source, e);
            }
        }
        handle(events.stream().filter(event -> !isDead(event)).toList());
        // Last, so that they do not go there anew with each try of the others.
        unreadable.forEach((source, cause) -> deadLetters.send(DeadRecord.of(source), cause));
        events.forEach(event -> failures.remove(event.eventId()));
    }

    private void handle(List<ReceivedEvent> events) {
        if (!handledTogether(events)) {
            events.forEach(this::handleAlone);
        }
    }

    private boolean isDead(ReceivedEvent event) {
        return failures.getOrDefault(event.eventId(), 0) >= config.attempts();
    }

    private ReceivedEvent read(ConsumerRecord<String, byte[]> source) {
        if (source.value() == null) {
            throw new UnreadableEventException("the record has no value");
        }
        Topics topic = Topics.getByTopicName(source.topic());
        int version = ContractHeaders.getVersion(source.headers());
        return new ReceivedEvent(topic, reader.read(topic, version, source.value()), source);
    }

    private boolean handledTogether(List<ReceivedEvent> events) {
        try {
            if (!events.isEmpty()) {
                inbox.handle(events);
            }
            return true;
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            return false;
        }
    }

    private void handleAlone(ReceivedEvent event) {
        try {
            inbox.handle(List.of(event));
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            failures.merge(event.eventId(), 1, Integer::sum);
            if (!isDead(event)) {
                throw e;
            }
            sendAway(event, e);
        }
    }

    private void sendAway(ReceivedEvent event, RuntimeException cause) {
        try {
            deadLetters.send(DeadRecord.of(event.source()), cause);
        } catch (IllegalStateException e) {
            failures.remove(event.eventId());
            throw e;
        }
    }
}
