package rw.ishemalink.tracking.live;

import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** Somebody who follows a trip. */
public interface Follower {

    /** The trip as it was when the following began. */
    Trip trip();

    /** Shows the vehicle's newest position. Must not wait. */
    void show(Position position);

    /** The trip is over, or another vehicle has taken it over. */
    void end();
}
