package rw.ishemalink.tracking.live.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.live.Follower;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/**
 * One WebSocket. At most one message is on its way; while it is, the newest position waits and replaces the one that
 * waited before, so that a slow network costs detail and never memory.
 */
final class LiveClient implements Follower {

    /** RFC 6455 § 7.4.1: the purpose is fulfilled. */
    private static final CloseReason NOT_THIS_VEHICLE_ANY_MORE =
            new CloseReason(1000, "The trip is over, or another vehicle has it");

    private final WebSocketConnection connection;
    private final Trip trip;
    private final Duration freshFor;
    private final ObjectMapper json;
    private final AtomicReference<@Nullable Position> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Position> waiting = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveClient(WebSocketConnection connection, Trip trip, Duration freshFor, ObjectMapper json) {
        this.connection = connection;
        this.trip = trip;
        this.freshFor = freshFor;
        this.json = json;
    }

    @Override
    public Trip trip() {
        return trip;
    }

    /** Shows it, unless a later one came first: the last known position and the feed may overtake each other. */
    @Override
    public void show(Position position) {
        Position known = newest.getAndAccumulate(position, LiveClient::later);
        if (known == null || !known.recordedAt().isAfter(position.recordedAt())) {
            waiting.accumulateAndGet(position, LiveClient::later);
            sendNext();
        }
    }

    private static Position later(@Nullable Position known, Position shown) {
        return known != null && known.recordedAt().isAfter(shown.recordedAt()) ? known : shown;
    }

    @Override
    public void end() {
        connection.close(NOT_THIS_VEHICLE_ANY_MORE).subscribe().with(done -> {}, gone -> {});
    }

    private void sendNext() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        Position next = waiting.getAndSet(null);
        if (next == null) {
            release();
        } else {
            // A connection that is gone closes; there is nothing to mend here.
            connection.sendText(text(next)).subscribe().with(done -> release(), gone -> release());
        }
    }

    private void release() {
        sending.set(false);
        if (waiting.get() != null) {
            sendNext();
        }
    }

    private String text(Position position) {
        try {
            return json.writeValueAsString(LivePosition.of(trip.bookingId(), position, Instant.now(), freshFor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position is always JSON", e);
        }
    }
}
