package rw.ishemalink.local.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import rw.ishemalink.local.child.Child;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.child.Programs;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;

/**
 * The least that Kafka Streams can do with bookings' events: count them by booking, with analytics-streams' guarantee,
 * commit interval, threads and cache, in a JVM of its own like it. What aggregates cost is measured against it.
 */
public final class BareCount implements AutoCloseable {

    private final Child process;
    private final Path log;

    private BareCount(Child process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What it does with each event before it counts. */
    enum Work {
        /** Nothing: the bytes are not looked at. */
        COUNT,
        /** It is read, as whoever adds up something of it must. */
        DECODE_AND_COUNT;

        /** The consumer group. */
        String group() {
            return "bare-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Starts one that ends with this JVM. */
    static BareCount start(Path folder, String bootstrapServers, Work work, int heapMegabytes) {
        List<String> command = List.of(
                Programs.java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BareCount.class.getName(),
                bootstrapServers,
                work.name(),
                folder.resolve(work.group()).toString());
        Path log = folder.resolve(work.group() + ".log");
        return new BareCount(Child.start(ChildSpec.of(command, Map.of(), folder, log), Lifetime.WITH_PARENT), log);
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time so far. */
    Duration busy() {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.kill();
    }

    /** The topology itself: bootstrap servers, {@link Work} and state directory are its arguments. */
    public static void main(String[] arguments) {
        Work work = Work.valueOf(arguments[1]);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", arguments[0]);
        settings.put("application.id", work.group());
        settings.put("state.dir", arguments[2]);
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("commit.interval.ms", 100);
        settings.put("poll.ms", 50);
        settings.put("num.stream.threads", 1);
        settings.put("statestore.cache.max.bytes", 8_388_608);
        settings.put("auto.offset.reset", "earliest");
        KafkaStreams streams = new KafkaStreams(topology(work), settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(streams::close));
        streams.start();
    }

    private static Topology topology(Work work) {
        EventReader reader = new EventReader((_, _) -> Optional.empty());
        StreamsBuilder builder = new StreamsBuilder();
        var events =
                builder.stream(Topics.BOOKING_EVENTS.topicName(), Consumed.with(Serdes.String(), Serdes.ByteArray()));
        var counted = work == Work.COUNT ? events : events.processValues(() -> new Decode(reader), Named.as("decode"));
        counted.groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
                .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts"));
        return builder.build();
    }

    /** Reads each event and hands its bytes on. */
    private static final class Decode extends ContextualFixedKeyProcessor<String, byte[], byte[]> {

        private final EventReader reader;

        Decode(EventReader reader) {
            this.reader = reader;
        }

        @Override
        public void process(FixedKeyRecord<String, byte[]> record) {
            BookingEvent event = (BookingEvent)
                    reader.read(Topics.BOOKING_EVENTS, ContractHeaders.getVersion(record.headers()), record.value());
            if (event.getMetadata().getSequence() > 0) {
                context().forward(record);
            }
        }
    }
}
