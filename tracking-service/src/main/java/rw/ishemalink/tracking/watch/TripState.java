package rw.ishemalink.tracking.watch;

import java.time.Instant;
import java.util.Set;

/**
 * What a trip's positions have shown so far.
 *
 * @param started whether a position was seen after pick-up
 * @param inside names of the geofences that it is in
 * @param shownUntil time of the last position looked at; older ones show nothing any more
 */
public record TripState(boolean started, Set<String> inside, Instant shownUntil) {

    /** Before any position. */
    public static final TripState NEW = new TripState(false, Set.of(), Instant.EPOCH);

    public TripState {
        inside = Set.copyOf(inside);
    }
}
