package rw.ishemalink.booking.sync;

import java.util.Collections;
import java.util.List;

/**
 * The queue at one moment, by which clients are told where they stand: about right, and cheap for thousands who ask.
 *
 * @param places of the actions that wait for their turn, ascending
 * @param tokens actions that may be done at once
 */
public record QueueView(List<Long> places, double tokens) {

    public QueueView {
        places = List.copyOf(places);
    }

    /**
     * The turn of an action, 1 for the next.
     *
     * @param place the action's
     * @param newer how many of the same batch came before it, later than this view
     */
    public long turn(long place, int newer) {
        int found = Collections.binarySearch(places, place);
        return found >= 0 ? found + 1L : -found + newer;
    }

    /** Whether the view knows the action; else it came later. */
    public boolean knows(long place) {
        return !places.isEmpty() && place <= places.getLast();
    }

    /** Seconds until the turn comes, at that pace; at least 1. */
    public long estimateSeconds(long turn, int perMinute) {
        double minutes = Math.max(0, turn - tokens) / perMinute;
        return Math.max(1, (long) Math.ceil(minutes * 60));
    }
}
