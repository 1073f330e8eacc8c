package rw.ishemalink.analytics.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/**
 * Publishes what others cannot know: all facts that changed in an hour, once each, when it is over. A booking changes ten
 * times within hours, and until then its events are there for who counts anew: topics keep them for seven days.
 */
final class PublishFacts implements Processor<String, FactsChanged, String, Told.Published> {

    /** Store: hour and booking → nothing. */
    static final String STORE = "facts-to-publish";

    private static final Duration EVERY = Duration.ofMillis(100);

    /** Some milliseconds of work: most facts are read from disk. */
    private static final int AT_ONCE = 20;

    private static final int MOST_OBJECTS = 5_000;
    private static final byte[] NOTHING = {};
    private static final Serde<Changed> KEYS =
            Serdes.serdeFrom((_, changed) -> changed.bytes(), (_, bytes) -> Changed.of(bytes));

    private @Nullable ProcessorContext<String, Told.Published> context;
    private @Nullable ObjectStore<String, Facts> known;
    private @Nullable ObjectStore<Changed, byte[]> unpublished;
    private Changed next = Changed.FIRST;
    private int publishedBefore;

    /** That a booking changed in an hour since 1970. In the order of time. */
    private record Changed(int hour, String bookingId) {

        private static final Changed FIRST = new Changed(0, "");

        private static int hour(long millis) {
            return Math.toIntExact(Duration.ofMillis(millis).toHours());
        }

        private byte[] bytes() {
            byte[] id = bookingId.getBytes(UTF_8);
            return ByteBuffer.allocate(Integer.BYTES + id.length)
                    .putInt(hour)
                    .put(id)
                    .array();
        }

        private static Changed of(byte[] bytes) {
            int hour = ByteBuffer.wrap(bytes).getInt();
            return new Changed(hour, new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, UTF_8));
        }
    }

    @Override
    public void init(ProcessorContext<String, Told.Published> started) {
        context = started;
        known = started.getStateStore(FactsStream.FACTS);
        unpublished = started.getStateStore(STORE);
        var unused = started.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::publishSome);
    }

    @Override
    public void process(Record<String, FactsChanged> record) {
        if (record.value().untold()) {
            int hour = Changed.hour(Objects.requireNonNull(context).currentSystemTimeMs());
            Changed changed = new Changed(hour, record.key());
            var waiting = Objects.requireNonNull(unpublished);
            if (waiting.find(changed).isEmpty()) {
                waiting.put(changed, NOTHING);
            }
        }
    }

    /** A little at a time, so that events never wait for it. */
    private void publishSome(long nowMillis) {
        int hour = Changed.hour(nowMillis);
        if (publishedBefore == hour) {
            return;
        }
        var waiting = Objects.requireNonNull(unpublished);
        List<Changed> oldest = waiting.listKeys(next, AT_ONCE);
        for (Changed changed : oldest) {
            if (changed.hour() >= hour) {
                finish(hour);
                return;
            }
            publish(changed.bookingId());
            waiting.delete(changed);
            next = changed;
        }
        if (oldest.size() < AT_ONCE) {
            finish(hour);
        }
    }

    private void finish(int hour) {
        publishedBefore = hour;
        next = Changed.FIRST;
    }

    private void publish(String bookingId) {
        Objects.requireNonNull(known).find(bookingId).ifPresent(facts -> Objects.requireNonNull(context)
                .forward(new Record<>(
                        bookingId, new Told.Published(facts), facts.asOf().toEpochMilli())));
    }

    /** Gives each task its own. */
    static final class Supplier implements ProcessorSupplier<String, FactsChanged, String, Told.Published> {

        @Override
        public Processor<String, FactsChanged, String, Told.Published> get() {
            return new PublishFacts();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(ObjectStoreBuilder.persistent(STORE, KEYS, Serdes.ByteArray(), MOST_OBJECTS));
        }
    }
}
