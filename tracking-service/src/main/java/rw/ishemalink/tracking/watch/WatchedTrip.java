package rw.ishemalink.tracking.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.position.Position;

/**
 * A trip of the vehicle: under way, or over so recently that positions of it may still come.
 *
 * @param correlationId of the last event of the booking
 * @param latest the last of its positions by the phone's clock; null before any
 * @param gaps times of which nothing was heard, oldest first
 * @param ended whether its end has been dealt with
 */
public record WatchedTrip(
        TripPlan plan,
        String correlationId,
        TripMemory memory,
        @Nullable Position latest,
        List<Gap> gaps,
        boolean ended) {

    public WatchedTrip {
        gaps = List.copyOf(gaps);
    }

    static WatchedTrip begin(TripNews news) {
        return new WatchedTrip(news.plan(), news.correlationId(), TripMemory.NEW, null, List.of(), false);
    }

    /** Whether the position was taken on this trip: its vehicle and driver, while it was under way. */
    boolean made(Position position) {
        return plan.isRunning(position.recordedAt())
                && plan.driverId().equals(position.driverId())
                && plan.tenant().equals(position.tenant());
    }

    boolean isTripOf(TripNews news) {
        return plan.bookingId().equals(news.plan().bookingId())
                && plan.assignedAt().equals(news.plan().assignedAt());
    }

    WatchedTrip with(TripNews news) {
        return new WatchedTrip(news.plan(), news.correlationId(), memory, latest, gaps, ended);
    }

    WatchedTrip with(TripMemory next) {
        return new WatchedTrip(plan, correlationId, next, latest, gaps, ended);
    }

    WatchedTrip over(TripMemory last) {
        return new WatchedTrip(plan, correlationId, last, latest, gaps, true);
    }
}
