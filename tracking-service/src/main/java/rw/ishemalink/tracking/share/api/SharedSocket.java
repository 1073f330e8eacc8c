package rw.ishemalink.tracking.share.api;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.api.LiveClient;
import rw.ishemalink.tracking.live.api.Resumption;
import rw.ishemalink.tracking.share.SharedTrip;
import rw.ishemalink.tracking.share.SharedViewers;

/** Every new position of a shared trip, as JSON text; open to whoever has the link. */
@WebSocket(path = "/api/tracking/shared/{token}/live", endpointId = SharedSocket.ID)
@ApplicationScoped
public class SharedSocket {

    static final String ID = "shared";

    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
    private final SharedViewers viewers;
    private final TrackingConfig config;
    private final SharedView view;

    SharedSocket(SharedViewers viewers, TrackingConfig config, SharedView view) {
        this.viewers = viewers;
        this.config = config;
        this.view = view;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        SharedTrip shared = connection.userData().get(SharedCheck.SHARED);
        if (shared == null) {
            throw new IllegalStateException("opened without a link");
        }
        LiveClient client = new LiveClient(connection, shared.trip(), view, config.mostMissed());
        clients.put(connection.id(), client);
        viewers.begin(
                client,
                shared.link().linkId(),
                Optional.ofNullable(connection.userData().get(Resumption.LAST_SHOWN)));
    }

    @OnClose
    void close(WebSocketConnection connection) {
        LiveClient client = clients.remove(connection.id());
        if (client != null) {
            viewers.remove(client);
        }
    }
}
