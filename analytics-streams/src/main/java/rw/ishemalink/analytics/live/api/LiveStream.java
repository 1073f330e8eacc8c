package rw.ishemalink.analytics.live.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.live.LiveState;
import rw.ishemalink.analytics.live.Watcher;

/**
 * One stream of events. What is sent is looked up when the line has room for it, so a slow reader gets fewer states, always
 * the newest, and costs no memory.
 */
final class LiveStream implements Watcher {

    private final LiveDesk desk;
    private final LiveQuestion question;
    private final LiveToken token;
    private final Sse sse;
    private final AtomicReference<@Nullable MultiEmitter<? super LiveStream>> reader = new AtomicReference<>();
    private volatile @Nullable String seen;

    /** @param seen the id of the state that the reader has already */
    LiveStream(LiveDesk desk, LiveQuestion question, LiveToken token, Sse sse, @Nullable String seen) {
        this.desk = desk;
        this.question = question;
        this.token = token;
        this.sse = sse;
        this.seen = seen;
    }

    /** As an endpoint answers it. */
    Multi<OutboundSseEvent> events() {
        Runnable leave = desk.watch(question, this);
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
        LiveState state = desk.findState(question).orElse(null);
        if (state == null || state.id().equals(seen)) {
            return sse.newEventBuilder().comment("still here").build();
        }
        seen = state.id();
        return sse.newEventBuilder()
                .id(state.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(String.class, state.text())
                .build();
    }

    @Override
    public UUID personId() {
        return token.personId();
    }

    @Override
    public String token() {
        return token.raw();
    }

    @Override
    public boolean isOver() {
        return token.isOver();
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
