package rw.ishemalink.analytics.live.api;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.live.LiveState;
import rw.ishemalink.analytics.live.Watcher;

/** One WebSocket. At most one message is on its way; a slow reader gets fewer states, always the newest. The server pings by itself. */
final class LiveClient implements Watcher {

    /** RFC 6455 § 7.4.1: a policy is broken. */
    private static final CloseReason TOKEN_ENDED = new CloseReason(1008, "The token has ended");

    private final LiveDesk desk;
    private final LiveQuestion question;
    private final LiveToken token;
    private final WebSocketConnection connection;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile @Nullable String seen;

    LiveClient(
            LiveDesk desk,
            LiveQuestion question,
            LiveToken token,
            WebSocketConnection connection,
            @Nullable String seen) {
        this.desk = desk;
        this.question = question;
        this.token = token;
        this.connection = connection;
        this.seen = seen;
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
        if (!hasNews() || !sending.compareAndSet(false, true)) {
            return;
        }
        LiveState state = desk.findState(question).orElse(null);
        if (state == null || state.id().equals(seen)) {
            sending.set(false);
            return;
        }
        seen = state.id();
        // A connection that is gone closes; there is nothing to mend here.
        connection.sendText(state.text()).subscribe().with(done -> sent(), gone -> sent());
    }

    private boolean hasNews() {
        return desk.findState(question)
                .filter(state -> !state.id().equals(seen))
                .isPresent();
    }

    private void sent() {
        sending.set(false);
        look();
    }

    @Override
    public void end() {
        connection.close(TOKEN_ENDED).subscribe().with(done -> {}, gone -> {});
    }
}
