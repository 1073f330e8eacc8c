package rw.ishemalink.kit.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;

/**
 * One consumer of a topic for all taps on it: to begin anew at each test would take longer than most tests. It stops a while
 * after the last tap is closed, so that it does not outlive the application that was tested.
 */
final class TopicEar {

    private static final Map<String, TopicEar> LISTENING = new HashMap<>();
    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    private final String topicName;
    private final String brokers;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private int taps;
    private long quietSince;

    private TopicEar(String topicName, String brokers) {
        this.topicName = topicName;
        this.brokers = brokers;
    }

    /** The one that listens to the topic, with another tap on it. */
    static TopicEar lend(String topicName) {
        String brokers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        synchronized (LISTENING) {
            TopicEar ear = LISTENING.computeIfAbsent(topicName + " at " + brokers, _ -> begin(topicName, brokers));
            ear.taps++;
            return ear;
        }
    }

    private static TopicEar begin(String topicName, String brokers) {
        TopicEar ear = new TopicEar(topicName, brokers);
        Thread.ofPlatform().name("ear-" + topicName).daemon().start(ear::listen);
        return ear;
    }

    void giveBack() {
        synchronized (LISTENING) {
            taps--;
            quietSince = System.nanoTime();
        }
    }

    /** All so far, from the topic's beginning, in the order of each partition. */
    List<Heard> heard() {
        return heard;
    }

    String topicName() {
        return topicName;
    }

    private void listen() {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topicName).stream()
                    .map(partition -> new TopicPartition(topicName, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (isWanted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(A_MOMENT)) {
                    heard.add(new Heard(record));
                }
            }
        } finally {
            forget();
        }
    }

    private boolean isWanted() {
        synchronized (LISTENING) {
            boolean wanted = taps > 0 || System.nanoTime() - quietSince < WHILE.toNanos();
            if (!wanted) {
                forget();
            }
            return wanted;
        }
    }

    /** Whoever comes next gets another: also when this one broke off, or all later tests would wait in vain. */
    private void forget() {
        synchronized (LISTENING) {
            LISTENING.values().remove(this);
        }
    }

    /** A record and the event in it, read once however often somebody looks. */
    static final class Heard {

        private final ConsumerRecord<String, byte[]> raw;
        private volatile Optional<SpecificRecord> event = Optional.empty();

        private Heard(ConsumerRecord<String, byte[]> raw) {
            this.raw = raw;
        }

        ConsumerRecord<String, byte[]> raw() {
            return raw;
        }

        SpecificRecord event() {
            if (event.isEmpty()) {
                Topics topic = Topics.getByTopicName(raw.topic());
                event = Optional.of(READER.read(topic, ContractHeaders.getVersion(raw.headers()), raw.value()));
            }
            return event.orElseThrow();
        }
    }
}
