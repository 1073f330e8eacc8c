package rw.ishemalink.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.tracking.position.Position;

/** The last position of each vehicle, by the phone's clock; a late one does not replace a newer one. */
@ApplicationScoped
public class LivePositions {

    private final Map<UUID, Position> last = new ConcurrentHashMap<>();

    /** Keeps the position unless a newer one is known; answers whether it did. Called by the one thread of the feed. */
    boolean keep(Position position) {
        Position known = last.get(position.vehicleId());
        if (known != null && position.recordedAt().isBefore(known.recordedAt())) {
            return false;
        }
        last.put(position.vehicleId(), position);
        return true;
    }

    /** Where the vehicle was last, if it has been heard of. */
    public Optional<Position> find(UUID vehicleId) {
        return Optional.ofNullable(last.get(vehicleId));
    }
}
