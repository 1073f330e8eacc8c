package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import rw.ishemalink.local.load.LoadLife.LifeStep;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;

/** Tells of lives on the topics of the services to which each step belongs. */
final class LifeWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bookingEvents = new AtomicLong();

    LifeWriter(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        600_000,
                        "linger.ms",
                        5,
                        "batch.size",
                        131_072),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Tells of all lives from one number to before another, in the order of time: many are under way at once. */
    void writeAll(LoadLives lives, long from, long to) {
        PriorityQueue<Pending> pending = new PriorityQueue<>(Comparator.comparing(Pending::at)
                .thenComparing(next -> next.life().number()));
        for (long number = from; number < to; number++) {
            LoadLife life = lives.life(number);
            while (!pending.isEmpty() && pending.element().at().isBefore(life.createdAt())) {
                tellNext(pending);
            }
            pending.add(new Pending(life, 0));
        }
        while (!pending.isEmpty()) {
            tellNext(pending);
        }
        producer.flush();
    }

    private void tellNext(PriorityQueue<Pending> pending) {
        Pending next = pending.remove();
        write(next.life(), next.step(), LoadLife.TENANT);
        if (next.place() + 1 < next.life().steps().size()) {
            pending.add(new Pending(next.life(), next.place() + 1));
        }
    }

    /** A life and the place of the step of it that comes next. */
    private record Pending(LoadLife life, int place) {

        LifeStep step() {
            return life.steps().get(place);
        }

        Instant at() {
            return step().at();
        }
    }

    /** Tells of a whole life at once. */
    void write(LoadLife life) {
        life.steps().forEach(step -> write(life, step, LoadLife.TENANT));
    }

    /** Hands one step to the broker; does not wait. */
    void write(LoadLife life, LifeStep step, String tenant) {
        Topics topic = LifeEvents.topic(step);
        Headers headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        var unused = producer.send(new ProducerRecord<>(
                topic.topicName(),
                null,
                life.bookingId().toString(),
                EventWriter.write(topic, LifeEvents.event(life, step, tenant)),
                headers));
        events.incrementAndGet();
        if (topic == Topics.BOOKING_EVENTS) {
            bookingEvents.incrementAndGet();
        }
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
    }

    /** How many there are of all topics. */
    long events() {
        return events.get();
    }

    /** How many of them booking told. */
    long bookingEvents() {
        return bookingEvents.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
