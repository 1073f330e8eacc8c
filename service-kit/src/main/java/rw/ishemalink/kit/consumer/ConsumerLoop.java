package rw.ishemalink.kit.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread with a consumer of its own, which polls until it is stopped. Whatever fails is tried again after a pause, from
 * the first record of the batch: nothing that was polled is passed over.
 */
public final class ConsumerLoop {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** So long a rebalance waits for members that do not come back, too: five minutes, the default, would be an outage. */
    private static final int LONGEST_BATCH_MILLIS = 60_000;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String name;
    private final Map<String, Object> settings;
    private final Duration retryPause;
    private final ConsumerJob job;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

    /**
     * A loop that is yet to be started.
     *
     * @param name of the thread
     * @param kafka the application's connection
     * @param own settings of this consumer; no group unless they name one
     * @param retryPause after a failure
     */
    public ConsumerLoop(
            String name, Map<String, Object> kafka, Map<String, Object> own, Duration retryPause, ConsumerJob job) {
        this.name = name;
        this.settings = settings(kafka, own);
        this.retryPause = retryPause;
        this.job = job;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_BATCH_MILLIS);
        settings.putAll(own);
        return settings;
    }

    /** Begins to read, in a daemon thread. */
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::read);
    }

    /** Ends the reading, when the batch at hand is done; waits for that, but not for ever. */
    public void stop() throws InterruptedException {
        running = false;
        KafkaConsumer<String, byte[]> polling = consumer;
        Thread reading = thread;
        if (polling != null && reading != null) {
            polling.wakeup();
            reading.join(LONGEST_STOP);
        }
    }

    private void read() {
        while (running) {
            try (KafkaConsumer<String, byte[]> opened =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                job.begin(opened);
                while (running) {
                    step(opened);
                }
            } catch (WakeupException e) {
                LOG.debugf("%s woken to stop", name);
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void step(Consumer<String, byte[]> polling) {
        ConsumerRecords<String, byte[]> records = ConsumerRecords.empty();
        try {
            records = polling.poll(POLL);
            job.handle(polling, records);
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            rewind(polling, records);
            failed(e);
        }
    }

    private static void rewind(Consumer<String, byte[]> polling, ConsumerRecords<String, byte[]> records) {
        for (var partition : records.partitions()) {
            if (polling.assignment().contains(partition)) {
                polling.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    private void failed(RuntimeException e) {
        LOG.warnf("%s fails, trying again: %s", name, e);
        try {
            Thread.sleep(retryPause);
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }
}
