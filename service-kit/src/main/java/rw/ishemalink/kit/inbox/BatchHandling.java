package rw.ishemalink.kit.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    /** Handles the records and commits their offsets; after a failure the consumer stands before the first open record. */
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> open = new HashMap<>();
        records.partitions()
                .forEach(p -> open.put(p, records.records(p).getFirst().offset()));
        try {
            List<ReceivedEvent> events = read(records);
            if (!handledTogether(events)) {
                handleOneByOne(events, open);
            }
            consumer.commitSync();
        } catch (RuntimeException e) {
            open.forEach(consumer::seek);
            commitDone(consumer, open);
            throw e;
        }
    }

    private static void commitDone(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> open) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        open.forEach((partition, offset) -> done.put(partition, new OffsetAndMetadata(offset)));
        consumer.commitAsync(done, null);
    }

    private List<ReceivedEvent> read(ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> source : records) {
            try {
                events.add(read(source));
            } catch (UnreadableEventException e) {
                deadLetters.send(source, e);
            }
        }
        return events;
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

    private void handleOneByOne(List<ReceivedEvent> events, Map<TopicPartition, Long> open) {
        for (ReceivedEvent event : events) {
            handleAlone(event);
            open.put(
                    new TopicPartition(event.source().topic(), event.source().partition()),
                    event.source().offset() + 1);
        }
    }

    private void handleAlone(ReceivedEvent event) {
        try {
            inbox.handle(List.of(event));
            failures.remove(event.eventId());
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e) || failures.merge(event.eventId(), 1, Integer::sum) < config.attempts()) {
                throw e;
            }
            deadLetters.send(event.source(), e);
            failures.remove(event.eventId());
        }
    }
}
