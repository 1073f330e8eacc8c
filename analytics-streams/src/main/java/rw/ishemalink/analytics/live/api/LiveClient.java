package rw.ishemalink.analytics.live.api;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;

/** One WebSocket. At most one message is on its way; a slow reader gets fewer states, always the newest. The server pings by itself. */
final class LiveClient extends LiveWatcher {

    /** RFC 6455 § 7.4.1: a policy is broken. */
    private static final CloseReason TOKEN_ENDED = new CloseReason(1008, "The token has ended");

    private final WebSocketConnection connection;
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveClient(
            LiveDesk desk,
            LiveQuestion question,
            LiveToken token,
            WebSocketConnection connection,
            @Nullable String seen) {
        super(desk, question, token, seen);
        this.connection = connection;
    }

    @Override
    public void look() {
        if (hasNews() && sending.compareAndSet(false, true)) {
            // A connection that is gone closes; there is nothing to mend here.
            takeNews()
                    .ifPresentOrElse(
                            state -> connection
                                    .sendText(state.text())
                                    .subscribe()
                                    .with(done -> sent(), gone -> sent()),
                            () -> sending.set(false));
        }
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
