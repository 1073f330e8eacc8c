package rw.ishemalink.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * A client's WebSocket and the one behind it. Frames pass as they come; who reads slowly slows down only who writes to
 * it. Both end together, and a client that does not answer two pings has gone.
 */
final class SocketPair {

    /** Close codes (RFC 6455 § 7.4.1 and its registry). */
    private static final short POLICY_VIOLATION = 1008;

    private static final short SERVICE_RESTART = 1012;
    private static final short NORMAL = 1000;
    private static final short NO_STATUS = 1005;
    private static final short ABNORMAL = 1006;
    private static final short TLS_FAILED = 1015;

    private final Vertx vertx;
    private final ServerWebSocket client;
    private final WebSocketBase service;
    private final long pingMillis;
    private Runnable closed = () -> {};
    private volatile boolean heard;
    private volatile boolean ended;

    SocketPair(Vertx vertx, ServerWebSocket client, WebSocketBase service, long pingMillis) {
        this.vertx = vertx;
        this.client = client;
        this.service = service;
        this.pingMillis = pingMillis;
    }

    void whenClosed(Runnable action) {
        closed = action;
    }

    void start() {
        heard = true;
        pass(client, service);
        pass(service, client);
        client.pongHandler(_ -> heard = true);
        long pings = vertx.setPeriodic(pingMillis, _ -> ping());
        client.closeHandler(_ -> {
            ended = true;
            vertx.cancelTimer(pings);
            closed.run();
            close(service, client.closeStatusCode(), client.closeReason(), NORMAL);
        });
        service.closeHandler(_ -> close(client, service.closeStatusCode(), service.closeReason(), SERVICE_RESTART));
        if (client.isClosed()) {
            vertx.cancelTimer(pings);
            closed.run();
            service.close();
        }
        client.resume();
        service.resume();
    }

    /** The login is over, so this is too. */
    void endBecauseRevoked() {
        close(client, POLICY_VIOLATION, "token revoked", POLICY_VIOLATION);
    }

    private void pass(WebSocketBase from, WebSocketBase to) {
        from.exceptionHandler(_ -> {}); // It is closed next.
        from.frameHandler(frame -> {
            heard |= from == client;
            if (!isControl(frame)) {
                var unused = to.writeFrame(frame);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(_ -> from.resume());
                }
            }
        });
    }

    private static boolean isControl(WebSocketFrame frame) {
        return frame.isClose() || frame.isPing() || !(frame.isText() || frame.isBinary() || frame.isContinuation());
    }

    private void ping() {
        if (ended) {
            return;
        }
        if (heard) {
            heard = false;
            var unused = client.writePing(Buffer.buffer());
        } else {
            close(client, SERVICE_RESTART, null, SERVICE_RESTART);
        }
    }

    private static void close(WebSocketBase socket, @Nullable Short status, @Nullable String reason, short otherwise) {
        if (socket.isClosed()) {
            return;
        }
        if (status == null || status == NO_STATUS || status == ABNORMAL || status == TLS_FAILED) {
            var unused = socket.close(otherwise);
        } else {
            var unused = socket.close(status, reason);
        }
    }
}
