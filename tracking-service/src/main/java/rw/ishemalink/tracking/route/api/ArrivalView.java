package rw.ishemalink.tracking.route.api;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.tracking.route.Arrivals.Arrival;
import rw.ishemalink.tracking.route.RoadSource;

/**
 * When a booking arrives, as clients see it.
 *
 * @param remainingMetres by road
 * @param source how the rest of the way was found
 * @param recordedAt when the phone took the position that it is told from
 * @param fresh whether that is recent enough to be called live
 */
public record ArrivalView(
        UUID bookingId, Instant arrivalAt, long remainingMetres, RoadSource source, Instant recordedAt, boolean fresh) {

    static ArrivalView of(UUID bookingId, Arrival arrival, Instant now, Duration freshFor) {
        return new ArrivalView(
                bookingId,
                arrival.estimate().arrivalAt(),
                arrival.estimate().remainingMetres(),
                arrival.source(),
                arrival.recordedAt(),
                !arrival.recordedAt().plus(freshFor).isBefore(now));
    }
}
