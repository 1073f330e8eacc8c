package rw.ishemalink.notification.push.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.push.Note;
import rw.ishemalink.notification.push.NoteFeed;
import rw.ishemalink.notification.push.NotePlace;

/** The caller's notes as they come, as JSON texts; resumes with {@code ?after=} and the id of the last one. */
@WebSocket(path = NoteSocket.PATH)
@ApplicationScoped
@Authenticated
public class NoteSocket {

    static final String PATH = "/api/notifications/socket";

    /** RFC 6455 § 7.4.1: a policy is broken. */
    private static final CloseReason TOKEN_ENDED = new CloseReason(1008, "The token has ended");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Runnable> ends = new ConcurrentHashMap<>();
    private final NoteFeed feed;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final RevokedTokens revoked;
    private final long lookMillis;

    NoteSocket(NoteFeed feed, ObjectMapper json, Vertx vertx, RevokedTokens revoked, NotificationConfig config) {
        this.feed = feed;
        this.json = json;
        this.vertx = vertx;
        this.revoked = revoked;
        this.lookMillis = config.push().heartbeat().toMillis();
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        StreamReader reader = connection.userData().get(SocketCheck.READER);
        NotePlace after = connection.userData().get(SocketCheck.AFTER);
        if (reader == null || after == null) {
            throw new IllegalStateException("opened by nobody");
        }
        long timer = vertx.setPeriodic(lookMillis, _ -> {
            if (reader.isOver(revoked)) {
                connection.close(TOKEN_ENDED).subscribe().with(done -> {}, gone -> {});
            }
        });
        Runnable end = feed.read(reader.reader(), after, note -> send(connection, note));
        ends.put(connection.id(), () -> {
            vertx.cancelTimer(timer);
            end.run();
        });
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

    /** On the reader's own thread: the next note is read when this one is on its way, so that a slow network costs no memory. */
    private void send(WebSocketConnection connection, Note note) {
        connection.sendText(text(note)).await().atMost(PATIENCE);
    }

    private String text(Note note) {
        try {
            return json.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note is always JSON", e);
        }
    }
}
