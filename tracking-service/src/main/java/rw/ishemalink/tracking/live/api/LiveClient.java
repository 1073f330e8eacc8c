package rw.ishemalink.tracking.live.api;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import rw.ishemalink.tracking.live.Follower;
import rw.ishemalink.tracking.live.ShowQueue;
import rw.ishemalink.tracking.live.Shown;
import rw.ishemalink.tracking.live.View;
import rw.ishemalink.tracking.trip.Trip;

/** One WebSocket. At most one message is on its way; the queue says what comes next. */
public final class LiveClient implements Follower {

    /** RFC 6455 § 7.4.1: the purpose is fulfilled. */
    private static final CloseReason NOT_THIS_VEHICLE_ANY_MORE =
            new CloseReason(1000, "The trip is over, or another vehicle has it");

    private final WebSocketConnection connection;
    private final Trip trip;
    private final View view;
    private final ShowQueue queue;
    private final AtomicBoolean sending = new AtomicBoolean();

    /** @param most how many positions ever wait */
    public LiveClient(WebSocketConnection connection, Trip trip, View view, int most) {
        this.connection = connection;
        this.trip = trip;
        this.view = view;
        this.queue = new ShowQueue(most);
    }

    @Override
    public Trip trip() {
        return trip;
    }

    @Override
    public void open(List<Shown> begin) {
        queue.open(begin);
        sendNext();
    }

    @Override
    public void show(Shown shown) {
        queue.offer(shown);
        sendNext();
    }

    /** The server pings WebSockets by itself. */
    @Override
    public void beat() {}

    @Override
    public void end() {
        connection.close(NOT_THIS_VEHICLE_ANY_MORE).subscribe().with(done -> {}, gone -> {});
    }

    private void sendNext() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        Shown next = queue.poll();
        if (next == null) {
            release();
        } else {
            // A connection that is gone closes; there is nothing to mend here.
            connection.sendText(next.text(view)).subscribe().with(done -> release(), gone -> release());
        }
    }

    private void release() {
        sending.set(false);
        if (!queue.isEmpty()) {
            sendNext();
        }
    }
}
