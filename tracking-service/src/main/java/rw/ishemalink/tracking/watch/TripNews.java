package rw.ishemalink.tracking.watch;

import rw.ishemalink.tracking.detect.TripPlan;

/** What the vehicle of a trip is to know of it: the plan as it stands now, and why it is told. */
public record TripNews(TripPlan plan, Reason reason, String correlationId) {

    /** Why the plan is told. */
    public enum Reason {
        GOES_ON,
        ENDED,
        /** Another vehicle or driver makes the trip from now on; for this one it is over, and no end is shown. */
        TAKEN_OFF
    }
}
