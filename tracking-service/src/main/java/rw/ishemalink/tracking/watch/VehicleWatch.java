package rw.ishemalink.tracking.watch;

import java.time.Instant;
import java.util.List;
import rw.ishemalink.tracking.detect.Plausibility.Trust;
import rw.ishemalink.tracking.position.Position;

/**
 * What is remembered of a vehicle.
 *
 * @param trust its last believed position, and the one in doubt
 * @param waiting positions that earlier ones may still overtake, by the phone's clock
 * @param trips by the time of their assignment
 * @param toldUntil time of the last position that was told as its last
 * @param toldAt when that was, by our clock
 * @param heardAt when anything was heard of it, by our clock
 */
public record VehicleWatch(
        Trust trust,
        List<Waiting> waiting,
        List<WatchedTrip> trips,
        Instant toldUntil,
        Instant toldAt,
        Instant heardAt) {

    /** A vehicle that nothing is known of. */
    public static final VehicleWatch NEW =
            new VehicleWatch(Trust.NONE, List.of(), List.of(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    public VehicleWatch {
        waiting = List.copyOf(waiting);
        trips = List.copyOf(trips);
    }

    /** A position that waits, and since when by our clock. */
    public record Waiting(Position position, Instant heardAt) {}
}
