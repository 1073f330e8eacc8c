package rw.ishemalink.tracking.watch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/**
 * Counts the events of each booking, 1, 2, 3 …, whichever vehicles they come from, and names each after its number: an
 * event that is told again after a failure is the same one.
 */
final class NumberEvents implements Processor<String, TrackingEvent, String, TrackingEvent> {

    /** Set in place: the event was made for this step alone, and Avro's copy of it asks for classes by name. */
    private static final int METADATA =
            TrackingEvent.getClassSchema().getField("metadata").pos();

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private @Nullable ProcessorContext<String, TrackingEvent> context;
    private @Nullable KeyValueStore<String, EventNumber> numbers;

    @Override
    public void init(ProcessorContext<String, TrackingEvent> started) {
        context = started;
        numbers = started.getStateStore(WatchTopology.NUMBERS);
        var unused = started.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, TrackingEvent> event) {
        var all = Objects.requireNonNull(numbers);
        var streams = Objects.requireNonNull(context);
        EventNumber last = all.get(event.key());
        long sequence = last == null ? 1 : last.sequence() + 1;
        all.put(event.key(), new EventNumber(sequence, Instant.ofEpochMilli(streams.currentSystemTimeMs())));
        TrackingEvent numbered = event.value();
        numbered.put(METADATA, named(numbered.getMetadata(), event.key(), sequence));
        streams.forward(new Record<>(event.key(), numbered, event.timestamp()));
    }

    private static EventMetadata named(EventMetadata unnamed, String bookingId, long sequence) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes((bookingId + "/" + sequence).getBytes(UTF_8)))
                .setTenant(unnamed.getTenant())
                .setCorrelationId(unnamed.getCorrelationId())
                .setOccurredAt(unnamed.getOccurredAt())
                .setSequence(sequence)
                .build();
    }

    /** Nothing comes any more of a booking of which nothing has come for as long as events are kept. */
    private void sweep(long nowMillis) {
        Instant before = Instant.ofEpochMilli(nowMillis).minus(Topics.TRACKING_EVENTS.retention());
        List<String> over = new ArrayList<>();
        var all = Objects.requireNonNull(numbers);
        try (KeyValueIterator<String, EventNumber> entries = all.all()) {
            entries.forEachRemaining(entry -> {
                if (entry.value.at().isBefore(before)) {
                    over.add(entry.key);
                }
            });
        }
        over.forEach(all::delete);
    }
}
