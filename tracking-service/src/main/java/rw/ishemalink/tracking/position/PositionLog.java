package rw.ishemalink.tracking.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;

/**
 * The way of a position into Kafka: straight, without a database, for it is the one flow that may not wait for one. The
 * producer is idempotent and waits for all replicas.
 */
@ApplicationScoped
public class PositionLog {

    private static final Logger LOG = Logger.getLogger(PositionLog.class);

    private final Producer<String, byte[]> producer;
    private final Headers headers = headers();

    PositionLog(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Writes the positions and waits until all are safe.
     *
     * @throws ProblemException 503 when one of them may not be; the phone then sends all of them again
     */
    public void write(List<Position> positions) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(positions.size());
        for (Position position : positions) {
            Future<RecordMetadata> sending = send(position);
            if (sending.state() == Future.State.FAILED) {
                // The pipe is full or the broker away: each further one would wait as long in vain.
                throw notTaken(sending.exceptionNow());
            }
            sent.add(sending);
        }
        sent.forEach(PositionLog::await);
    }

    private Future<RecordMetadata> send(Position position) {
        return producer.send(new ProducerRecord<>(
                Topics.TRACKING_POSITIONS.topicName(),
                null,
                position.vehicleId().toString(),
                EventWriter.write(Topics.TRACKING_POSITIONS, position.toEvent()),
                new RecordHeaders(headers.toArray())));
    }

    private static void await(Future<RecordMetadata> sending) {
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw notTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notTaken(e);
        }
    }

    private static ProblemException notTaken(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        LOG.warnf("positions were not taken: %s", cause.getClass().getSimpleName());
        return ProblemException.unavailable("positions-not-taken");
    }

    private static Headers headers() {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(Topics.TRACKING_POSITIONS)
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        headers.add("content-type", "application/avro".getBytes(UTF_8));
        return headers;
    }
}
