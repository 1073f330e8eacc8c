package rw.ishemalink.tracking.live;

import java.util.List;
import rw.ishemalink.tracking.trip.Trip;

/** Somebody who follows a trip. */
public interface Follower {

    /** The trip as it was when the following began. */
    Trip trip();

    /** What it begins with; until this is known, nothing is shown. Must not wait. */
    void open(List<Shown> begin);

    /** Shows the vehicle's newest position. Must not wait. */
    void show(Shown shown);

    /** Says that the line is alive, where nothing else says it, and looks whether it may go on. Must not wait. */
    void beat();

    /** The trip is over, or another vehicle has taken it over. */
    void end();
}
