package rw.ishemalink.analytics.live.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.live.LiveState;

/**
 * One stream of events. What is sent is looked up when the line has room for it, so a slow reader gets fewer states, always
 * the newest, and costs no memory.
 */
final class LiveStream extends LiveWatcher {

    private final Sse sse;
    private final AtomicReference<@Nullable MultiEmitter<? super LiveStream>> reader = new AtomicReference<>();

    LiveStream(LiveDesk desk, LiveQuestion question, LiveToken token, Sse sse, @Nullable String seen) {
        super(desk, question, token, seen);
        this.sse = sse;
    }

    /** As an endpoint answers it. */
    Multi<OutboundSseEvent> events() {
        Runnable leave = watch();
        return Multi.createFrom()
                .<LiveStream>emitter(
                        emitter -> {
                            emitter.onTermination(leave);
                            reader.set(emitter);
                            emitter.emit(this);
                        },
                        BackPressureStrategy.LATEST)
                .map(LiveStream::next);
    }

    private OutboundSseEvent next() {
        return takeNews()
                .map(this::event)
                .orElseGet(() -> sse.newEventBuilder().comment("still here").build());
    }

    private OutboundSseEvent event(LiveState state) {
        return sse.newEventBuilder()
                .id(state.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(String.class, state.text())
                .build();
    }

    @Override
    public void look() {
        MultiEmitter<? super LiveStream> to = reader.get();
        if (to != null) {
            to.emit(this);
        }
    }

    @Override
    public void end() {
        MultiEmitter<? super LiveStream> to = reader.get();
        if (to != null) {
            to.complete();
        }
    }
}
