package rw.ishemalink.tracking.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.tracking.config.TrackingConfig;

/**
 * The way of a position into Kafka: straight, without a database, for it is the one flow that may not wait for one, and
 * without a thread that waits. What is on its way is bounded: beyond that, phones are told to come again.
 */
@ApplicationScoped
public class PositionLog {

    private static final Logger LOG = Logger.getLogger(PositionLog.class);

    private final Producer<String, byte[]> producer;
    private final Pipe pipe;
    private final Headers positionHeaders = headers(Topics.TRACKING_POSITIONS);
    private final Headers refusalHeaders = headers(Topics.TRACKING_REFUSALS);
    private volatile boolean brokerAway;

    @Inject
    PositionLog(
            @Identifier(PositionProducer.NAME) Producer<String, byte[]> producer,
            TrackingConfig config,
            MeterRegistry meters) {
        this(producer, config.positionsInFlight());
        meters.gauge("ishema.tracking.fixes.in.flight", pipe, Pipe::inside);
    }

    PositionLog(Producer<String, byte[]> producer, int mostInFlight) {
        this.producer = producer;
        this.pipe = new Pipe(mostInFlight);
    }

    /**
     * Writes the positions, and what is kept of refused fixes. Done when the positions are safe; refusals are waited for,
     * but that one of them is lost does no harm. Fails with 429 when there is no room, with 503 when a position may be
     * lost; the phone then sends all of them again.
     */
    public CompletionStage<Void> write(List<Position> positions, List<TrackingRefusal> refusals) {
        int count = positions.size() + refusals.size();
        Delivery delivery = new Delivery(count + 1);
        if (pipe.enter(count)) {
            sendPositions(positions, delivery);
            sendRefusals(refusals, delivery);
            delivery.settle(1);
        } else {
            delivery.fail(count + 1, brokerAway ? notTaken() : noRoom());
        }
        return delivery.done();
    }

    private void sendPositions(List<Position> positions, Delivery delivery) {
        Callback callback = (metadata, failure) -> settle(delivery, failure);
        int sent = 0;
        // Once the buffer is full or no broker known, each further one would fail as well.
        while (sent < positions.size() && !delivery.hasFailed()) {
            Position position = positions.get(sent++);
            send(Topics.TRACKING_POSITIONS, positionHeaders, position.vehicleId(), position.toEvent(), callback);
        }
        int left = positions.size() - sent;
        if (left > 0) {
            pipe.leave(left);
            delivery.settle(left);
        }
    }

    private void sendRefusals(List<TrackingRefusal> refusals, Delivery delivery) {
        Callback callback = (metadata, failure) -> {
            pipe.leave(1);
            delivery.settle(1);
        };
        for (TrackingRefusal refusal : refusals) {
            send(Topics.TRACKING_REFUSALS, refusalHeaders, refusal.getVehicleId(), refusal, callback);
        }
    }

    private void send(Topics topic, Headers headers, UUID vehicleId, SpecificRecord event, Callback callback) {
        byte[] value = EventWriter.write(topic, event);
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic.topicName(), null, vehicleId.toString(), value, headers), callback);
        } catch (RuntimeException e) {
            // What a producer throws, it has not told the callback.
            callback.onCompletion(null, e);
        }
    }

    private void settle(Delivery delivery, @Nullable Exception failure) {
        pipe.leave(1);
        if (failure == null) {
            brokerAway = false;
            delivery.settle(1);
        } else if (failure instanceof BufferExhaustedException) {
            delivery.fail(1, noRoom());
        } else {
            noteAway(failure);
            delivery.fail(1, notTaken());
        }
    }

    private void noteAway(Exception failure) {
        if (!brokerAway) {
            LOG.warnf("positions are not taken: %s", failure.getClass().getSimpleName());
        }
        brokerAway = true;
    }

    private static ProblemException noRoom() {
        return ProblemException.tooManyRequests("positions-full");
    }

    private static ProblemException notTaken() {
        return ProblemException.unavailable("positions-not-taken");
    }

    private static Headers headers(Topics topic) {
        Headers headers = new RecordHeaders();
        headers.add("content-type", "application/avro".getBytes(UTF_8));
        ContractHeaders.of(topic).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }
}
