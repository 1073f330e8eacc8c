package rw.ishemalink.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Parts;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/** Exactly once, on a real broker: whoever dies in the middle of a transaction counts nothing twice and loses nothing. */
class CrashTest {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STORIES = 20;
    private static final int MOST_CRASHES = 6;
    private static final int EVENTS_UNTIL_A_CRASH = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    private final String tenant = "t" + UUID.randomUUID();
    private final AtomicInteger crashes = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void whoever_dies_in_the_middle_counts_nothing_twice_and_loses_nothing() {
        List<Story> stories = stories();
        try (KafkaStreams streams = streams()) {
            streams.setUncaughtExceptionHandler(_ -> StreamThreadExceptionResponse.REPLACE_THREAD);
            streams.start();
            publish(stories);
            Map<Cell, Sums> expected = expected(stories);
            // While a thread is replaced its partitions answer with an error.
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(counted(streams))
                    .isEqualTo(expected));
            assertThat(crashes.get()).isPositive();
        }
    }

    private List<Story> stories() {
        Random random = new Random(20_261_123);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            stories.add(Story.random(random, BookingLife.begin().of(tenant).at(Instant.now()), 40));
        }
        return stories;
    }

    /** What one booking after the other adds, without any stream. */
    private static Map<Cell, Sums> expected(List<Story> stories) {
        Map<Cell, Sums> all = new HashMap<>();
        stories.forEach(story ->
                Parts.of(Hearing.of(story), Home.BOOKING).forEach((cell, sums) -> all.merge(cell, sums, Sums::plus)));
        return all;
    }

    private Map<Cell, Sums> counted(KafkaStreams streams) {
        Map<Cell, Sums> all = new HashMap<>();
        streams.query(StateQueryRequest.inStore(Home.BOOKING.store()).withQuery(RangeQuery.<Cell, Sums>withNoBounds()))
                .getPartitionResults()
                .values()
                .forEach(result -> {
                    try (KeyValueIterator<Cell, Sums> cells = result.getResult()) {
                        while (cells.hasNext()) {
                            KeyValue<Cell, Sums> entry = cells.next();
                            if (entry.key.tenant().equals(tenant)) {
                                all.merge(entry.key, entry.value, Sums::plus);
                            }
                        }
                    }
                });
        return all;
    }

    private void publish(List<Story> stories) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        SharedParts.bootstrapServers(),
                        // The topics may be new: a batch that its partition cannot take yet must not be overtaken.
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Story story : stories) {
                for (Story.Event event : story.told()) {
                    RecordHeaders headers = new RecordHeaders();
                    try (EventSerde<SpecificRecord> serde =
                            EventSerde.of(event.topic(), SpecificRecord.class, READER)) {
                        byte[] bytes = serde.serialize(event.topic().topicName(), headers, event.value());
                        sent.add(producer.send(new ProducerRecord<>(
                                event.topic().topicName(),
                                null,
                                null,
                                story.bookingId().toString(),
                                bytes,
                                headers)));
                    }
                }
            }
            for (Future<RecordMetadata> each : sent) {
                assertThat(each).succeedsWithin(PATIENCE);
            }
        }
    }

    private KafkaStreams streams() {
        StreamsBuilder builder = new StreamsBuilder();
        FactsStream facts = new FactsStream(builder, READER, tenant);
        facts.gather(
                        facts.told(facts.bookings(), facts.payments(), facts.compliance()),
                        TestNames.PSEUDONYMS,
                        new LawStream().known())
                .process(Crashes::new, Named.as("crashes"));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, tenant);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, SharedParts.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        // Who dies hands its partitions over at once, as the application's settings have it.
        settings.put("internal.leave.group.on.close", true);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000);
        return new KafkaStreams(builder.build(), settings);
    }

    /** Dies when the facts are changed and nothing is committed. */
    private final class Crashes extends ContextualProcessor<String, FactsChanged, Void, Void> {

        @Override
        public void process(Record<String, FactsChanged> changed) {
            if (changed.value().after().tenant().equals(tenant)
                    && heard.incrementAndGet() % EVENTS_UNTIL_A_CRASH == 0
                    && crashes.get() < MOST_CRASHES) {
                crashes.incrementAndGet();
                throw new IllegalStateException("killed");
            }
        }
    }
}
