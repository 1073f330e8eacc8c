package rw.ishemalink.tracking.live;

import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** How a position is written for some kind of followers. */
@FunctionalInterface
public interface View {

    /** The position of the trip as JSON. */
    String write(Trip trip, Position position);
}
