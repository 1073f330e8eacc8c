package rw.ishemalink.tracking.live.api;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.live.Follower;
import rw.ishemalink.tracking.live.ShowQueue;
import rw.ishemalink.tracking.live.Shown;
import rw.ishemalink.tracking.live.View;
import rw.ishemalink.tracking.trip.Trip;

/**
 * One stream of events. It sends only what is asked for, and the server asks for the next when the last has left, so a slow
 * network is seen here; the queue says what comes next.
 */
public final class LiveStream implements Follower, Flow.Publisher<OutboundSseEvent>, Flow.Subscription {

    private final Trip trip;
    private final View view;
    private final Sse sse;
    private final BooleanSupplier over;
    private final Consumer<LiveStream> gone;
    private final ShowQueue queue;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile Flow.@Nullable Subscriber<? super OutboundSseEvent> reader;
    private volatile boolean beats;
    private volatile boolean ends;
    private volatile boolean done;

    /**
     * A stream that nobody reads yet.
     *
     * @param most how many positions ever wait
     * @param over whether what opened it is no longer valid; asked now and then
     * @param gone told when nobody reads any more
     */
    public LiveStream(Trip trip, View view, int most, Sse sse, BooleanSupplier over, Consumer<LiveStream> gone) {
        this.trip = trip;
        this.view = view;
        this.queue = new ShowQueue(most);
        this.sse = sse;
        this.over = over;
        this.gone = gone;
    }

    /** As an endpoint answers it. */
    public Multi<OutboundSseEvent> events() {
        return Multi.createFrom().publisher(this);
    }

    @Override
    public Trip trip() {
        return trip;
    }

    @Override
    public void open(List<Shown> begin) {
        queue.open(begin);
        sendOn();
    }

    @Override
    public void show(Shown shown) {
        queue.offer(shown);
        sendOn();
    }

    @Override
    public void beat() {
        if (over.getAsBoolean()) {
            end();
        } else {
            beats = true;
            sendOn();
        }
    }

    @Override
    public void end() {
        ends = true;
        sendOn();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
        reader = subscriber;
        subscriber.onSubscribe(this);
        sendOn();
    }

    @Override
    public void request(long more) {
        demand.accumulateAndGet(more, (left, asked) -> left + asked < 0 ? Long.MAX_VALUE : left + asked);
        sendOn();
    }

    @Override
    public void cancel() {
        done = true;
        gone.accept(this);
    }

    /** One thread at a time sends; whoever comes meanwhile leaves it the work. */
    private void sendOn() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            send();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void send() {
        Flow.Subscriber<? super OutboundSseEvent> to = reader;
        if (to == null) {
            return;
        }
        while (!done && demand.get() > 0) {
            OutboundSseEvent event = next();
            if (event == null) {
                break;
            }
            demand.decrementAndGet();
            to.onNext(event);
        }
        if (ends && !done) {
            cancel();
            to.onComplete();
        }
    }

    private @Nullable OutboundSseEvent next() {
        Shown shown = queue.poll();
        if (shown != null) {
            beats = false;
            return sse.newEventBuilder().id(shown.id()).data(shown.text(view)).build();
        }
        if (beats) {
            beats = false;
            return sse.newEventBuilder().comment("still here").build();
        }
        return null;
    }
}
