package rw.ishemalink.tracking.live.api;

import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.Audience;
import rw.ishemalink.tracking.trip.Trip;

/**
 * Every new position of a booking, as JSON text: first the last known one, or what was missed since {@code lastEventId},
 * then each as it comes.
 */
@WebSocket(path = "/api/tracking/bookings/{bookingId}/live", endpointId = LiveSocket.ID)
@ApplicationScoped
@Authenticated
public class LiveSocket {

    static final String ID = "live";

    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
    private final Audience audience;
    private final TrackingConfig config;
    private final OwnView view;

    LiveSocket(Audience audience, TrackingConfig config, OwnView view) {
        this.audience = audience;
        this.config = config;
        this.view = view;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        Trip trip = connection.userData().get(FollowCheck.TRIP);
        if (trip == null) {
            throw new IllegalStateException("opened without a trip");
        }
        LiveClient client = new LiveClient(connection, trip, view, config.mostMissed());
        clients.put(connection.id(), client);
        audience.begin(client, Optional.ofNullable(connection.userData().get(Resumption.LAST_SHOWN)));
    }

    @OnClose
    void close(WebSocketConnection connection) {
        LiveClient client = clients.remove(connection.id());
        if (client != null) {
            audience.remove(client);
        }
    }
}
