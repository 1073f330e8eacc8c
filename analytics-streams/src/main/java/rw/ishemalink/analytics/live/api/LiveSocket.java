package rw.ishemalink.analytics.live.api;

import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.kit.problem.ProblemException;

/** Figures of today as they change, each state whole, as JSON texts; {@code lastEventId} names the state that the client has already. */
@WebSocket(path = LiveSocket.PATH, endpointId = LiveSocket.ID)
@ApplicationScoped
@Authenticated
public class LiveSocket {

    static final String ID = "analytics-live";
    static final String PATH = "/api/analytics/live/socket";

    /** RFC 6455 § 7.4.1, registry of IANA: come again later. */
    private static final int TRY_AGAIN_LATER = 1013;

    private final Map<String, Runnable> ends = new ConcurrentHashMap<>();
    private final LiveDesk desk;

    LiveSocket(LiveDesk desk) {
        this.desk = desk;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        LiveQuestion question = connection.userData().get(LiveCheck.QUESTION);
        LiveToken token = connection.userData().get(LiveCheck.TOKEN);
        if (question == null || token == null) {
            throw new IllegalStateException("opened by nobody");
        }
        LiveClient client = new LiveClient(
                desk, question, token, connection, connection.userData().get(LiveCheck.SEEN));
        try {
            ends.put(connection.id(), client.watch());
        } catch (ProblemException e) {
            connection
                    .close(new CloseReason(TRY_AGAIN_LATER, e.code()))
                    .subscribe()
                    .with(done -> {}, gone -> {});
            return;
        }
        client.look();
        if (!connection.isOpen()) {
            close(connection);
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        Runnable end = ends.remove(connection.id());
        if (end != null) {
            end.run();
        }
    }
}
