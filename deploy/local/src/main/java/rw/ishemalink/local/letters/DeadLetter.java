package rw.ishemalink.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record on a dead-letter topic: the record as it was, and in headers who could not take it and why. */
public record DeadLetter(ConsumerRecord<String, byte[]> source) {

    private static final String SUFFIX = ".dlq";
    private static final String OURS = "dead-letter-";

    /** The topic that it came from and goes back to. */
    public String topic() {
        return source.topic().substring(0, source.topic().length() - SUFFIX.length());
    }

    /** Identifies what it is about, e.g. a booking id; null where the record had no key. */
    public @Nullable String key() {
        return source.key();
    }

    /** When it was put aside. */
    public Instant since() {
        return Instant.ofEpochMilli(source.timestamp());
    }

    /** The application that could not take it. */
    public String consumer() {
        return text(OURS + "consumer");
    }

    /** The types of the exceptions. */
    public String cause() {
        return text(OURS + "cause");
    }

    private String text(String header) {
        Header found = source.headers().lastHeader(header);
        return found == null ? "-" : new String(found.value(), UTF_8);
    }

    /** The record as it was before, for its old topic. */
    ProducerRecord<String, byte[]> asItWas() {
        Headers headers = new RecordHeaders();
        source.headers().forEach(header -> {
            if (!header.key().startsWith(OURS)) {
                headers.add(header);
            }
        });
        return new ProducerRecord<>(topic(), null, source.key(), source.value(), headers);
    }
}
