package rw.ishemalink.tracking.watch;

import java.time.Instant;
import rw.ishemalink.tracking.detect.TripPlan;

/**
 * What an event of a booking says of its trip.
 *
 * @param plan as this event has it; only ASSIGNED says for certain who moves it, and none when it was assigned
 * @param at when it happened: by the driver's phone, if that recorded it
 * @param sequence of the event among those of its booking
 */
public record BookingNews(TripPlan plan, Step step, Instant at, long sequence, String correlationId) {

    /** What happened, as far as it matters here. */
    public enum Step {
        ASSIGNED,
        PICKED_UP,
        /** Delivered, cancelled or failed. */
        ENDED,
        /** Something else: the plan may have changed. */
        GOES_ON
    }
}
