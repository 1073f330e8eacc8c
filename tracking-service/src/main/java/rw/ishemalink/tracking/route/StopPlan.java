package rw.ishemalink.tracking.route;

import java.time.Instant;
import java.util.List;

/** Who stops where, and when. Vehicles and stops are numbered as in the {@link MultiDrop}, from 0. */
public record StopPlan(List<Tour> tours, List<Unserved> unserved) {

    public StopPlan {
        tours = List.copyOf(tours);
        unserved = List.copyOf(unserved);
    }

    /**
     * What one vehicle does.
     *
     * @param metres all of its way, that to the end included
     * @param endsAt at the end, or when the last stop is done
     */
    public record Tour(int vehicle, List<Visit> visits, long metres, Instant endsAt) {

        public Tour {
            visits = List.copyOf(visits);
        }
    }

    /**
     * One stop on a tour.
     *
     * @param arrivesAt before the stop's window perhaps: then it waits
     * @param metres from the place before
     */
    public record Visit(int stop, Instant arrivesAt, Instant leavesAt, long metres) {}

    /** A stop that nobody makes. */
    public record Unserved(int stop, Reason reason) {}

    /** Why a stop is not made. */
    public enum Reason {
        /** No vehicle carries so much. */
        TOO_HEAVY,
        /** Who drives there at once comes after its window. */
        OUT_OF_REACH,
        /** The others take the room or the time that there is. */
        NO_VEHICLE_LEFT
    }
}
