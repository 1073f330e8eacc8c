package rw.ishemalink.tracking.share;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where it is known when trips arrive. Asked for many at once; may wait for the database. */
@FunctionalInterface
public interface EstimatedArrivals {

    /** The last estimate of each of the bookings that there is one of. */
    Map<UUID, Arrival> find(Collection<UUID> bookingIds);
}
