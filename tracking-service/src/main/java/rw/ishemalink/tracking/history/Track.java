package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.tracking.position.Position;

/** Where a vehicle was, as it is kept. */
public interface Track {

    /**
     * The vehicle's positions of that time, each once, in their order.
     *
     * @param until exclusive
     * @param most the newest of them, if there are more
     */
    List<Position> find(UUID vehicleId, Instant from, Instant until, int most);
}
