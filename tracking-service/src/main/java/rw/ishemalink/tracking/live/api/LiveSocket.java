package rw.ishemalink.tracking.live.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.Audience;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.trip.Trip;

/** Every new position of a booking, as JSON text: first the last known one, then each as it comes. */
@WebSocket(path = "/api/tracking/bookings/{bookingId}/live")
@ApplicationScoped
@Authenticated
public class LiveSocket {

    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
    private final Audience audience;
    private final LivePositions positions;
    private final TrackingConfig config;
    private final ObjectMapper json;

    LiveSocket(Audience audience, LivePositions positions, TrackingConfig config, ObjectMapper json) {
        this.audience = audience;
        this.positions = positions;
        this.config = config;
        this.json = json;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        Trip trip = connection.userData().get(FollowCheck.TRIP);
        if (trip == null) {
            throw new IllegalStateException("opened without a trip");
        }
        LiveClient client = new LiveClient(connection, trip, config.fresh(), json);
        clients.put(connection.id(), client);
        audience.add(client);
        positions.find(trip.vehicleId()).filter(trip::shows).ifPresent(client::show);
    }

    @OnClose
    void close(WebSocketConnection connection) {
        LiveClient client = clients.remove(connection.id());
        if (client != null) {
            audience.remove(client);
        }
    }
}
