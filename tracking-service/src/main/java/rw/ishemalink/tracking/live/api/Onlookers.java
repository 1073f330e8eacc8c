package rw.ishemalink.tracking.live.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.tracking.trip.Trip;

/** Records who follows somebody else's trip, before anything of it is shown. */
@ApplicationScoped
public class Onlookers {

    private final AccessLog accesses;

    Onlookers(AccessLog accesses) {
        this.accesses = accesses;
    }

    /** Sender and driver follow their own trip; to all others it is both of theirs. */
    public void note(Caller caller, Trip trip) {
        boolean own =
                caller.personId().equals(trip.senderId()) || caller.personId().equals(trip.driverId());
        if (!own) {
            accesses.note(
                    caller,
                    Seen.TRACK,
                    List.of(
                            new Sight(trip.driverId(), trip.bookingId()),
                            new Sight(trip.senderId(), trip.bookingId())));
        }
    }
}
