package rw.ishemalink.kit.testing;

import static rw.ishemalink.kit.testing.Patience.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rw.ishemalink.kit.testing.TopicEar.Heard;
import rw.ishemalink.schemas.Topics;

/** Listens to a topic from its beginning, as another service would. Close it at the end of the test. */
public final class EventTap implements AutoCloseable {

    private final TopicEar ear;

    private EventTap(String topicName) {
        this.ear = TopicEar.lend(topicName);
    }

    public static EventTap on(Topics topic) {
        return new EventTap(topic.topicName());
    }

    /** Listens to the dead letters of a topic. */
    public static EventTap onDeadLettersOf(Topics topic) {
        return new EventTap(topic.deadLetterTopicName());
    }

    /** The first event of that kind that fits; waits for it. */
    public <E extends SpecificRecord> E awaitOne(Class<E> type, Predicate<E> fits) {
        return await("an event on " + ear.topicName())
                .until(
                        () -> ear.heard().stream()
                                .map(heard -> type.cast(heard.event()))
                                .filter(fits)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until something came by that fits. */
    public ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> fits) {
        return await("a record on " + ear.topicName())
                .until(() -> ear.heard().stream().map(Heard::raw).filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** How many records with that key came by so far; does not wait. */
    public long countFor(UUID key) {
        return heardOf(key).count();
    }

    /** All events with that key so far, in order; does not wait. */
    public <E extends SpecificRecord> List<E> listFor(UUID key, Class<E> type) {
        return heardOf(key).map(heard -> type.cast(heard.event())).toList();
    }

    private Stream<Heard> heardOf(UUID key) {
        return ear.heard().stream()
                .filter(heard -> key.toString().equals(heard.raw().key()));
    }

    @Override
    public void close() {
        ear.giveBack();
    }
}
