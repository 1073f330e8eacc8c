package rw.ishemalink.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker that remembers what it was sent and at times breaks off: some of a batch arrived, then nothing. */
final class FaultyBroker extends MockProducer<String, byte[]> {

    private final Random random;
    private final List<ProducerRecord<String, byte[]>> log;
    private final int oneIn;

    FaultyBroker(List<ProducerRecord<String, byte[]>> log, long seed, int oneIn) {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
        this.log = log;
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            throw new IllegalStateException("the relay was killed here");
        }
        synchronized (log) {
            log.add(record);
        }
        return super.send(record, callback);
    }

    /** The sequences that a consumer with an inbox sees per key: first occurrences, in order of arrival. */
    static Map<String, List<Long>> firstOccurrences(List<ProducerRecord<String, byte[]>> log) {
        Map<String, List<Long>> seen = new HashMap<>();
        for (ProducerRecord<String, byte[]> record : log) {
            long sequence = Long.parseLong(
                    new String(record.headers().lastHeader("sequence").value(), UTF_8));
            List<Long> ofKey = seen.computeIfAbsent(record.key(), key -> new ArrayList<>());
            if (!ofKey.contains(sequence)) {
                ofKey.add(sequence);
            }
        }
        return seen;
    }
}
