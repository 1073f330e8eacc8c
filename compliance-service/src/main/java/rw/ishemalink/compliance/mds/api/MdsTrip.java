package rw.ishemalink.compliance.mds.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import rw.ishemalink.compliance.mds.Ride;

/**
 * A ride that ended (MDS 2.0, trips, mode passenger-services).
 *
 * @param tripType a list of one, as MDS's schema has it
 * @param duration seconds
 * @param distance metres, as quoted
 * @param standardCost whole francs: the franc has no smaller unit
 * @param actualCost the quote is the final price
 */
@JsonNaming(SnakeCaseStrategy.class)
record MdsTrip(
        UUID providerId,
        UUID deviceId,
        UUID tripId,
        UUID journeyId,
        List<String> tripType,
        TripAttributes tripAttributes,
        FareAttributes fareAttributes,
        long startTime,
        long endTime,
        Gps startLocation,
        Gps endLocation,
        long duration,
        long distance,
        long publicationTime,
        long standardCost,
        long actualCost,
        String currency) {

    /**
     * How it came about.
     *
     * @param passengerCount one: a booking is for one passenger
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record TripAttributes(
            String hailType, int passengerCount, long requestedTime, long quotedTripStartTime, long dispatchTime) {}

    /**
     * What was paid.
     *
     * @param paymentType mobile_app: the nearest that MDS has to mobile money
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record FareAttributes(String paymentType, String fareType, long taxes) {}

    static MdsTrip of(UUID providerId, Ride ride) {
        Instant start = Objects.requireNonNull(ride.startedAt(), "startedAt");
        Instant end = Objects.requireNonNull(ride.endedAt(), "endedAt");
        return new MdsTrip(
                providerId,
                ride.vehicleId(),
                ride.tripId(),
                ride.tripId(),
                List.of("private"),
                new TripAttributes(
                        "app",
                        1,
                        ride.requestedAt().toEpochMilli(),
                        ride.quotedStartAt().toEpochMilli(),
                        ride.dispatchedAt().toEpochMilli()),
                new FareAttributes("mobile_app", "upfront_pricing", ride.vatRwf()),
                start.toEpochMilli(),
                end.toEpochMilli(),
                Gps.of(ride.start()),
                Gps.of(ride.end()),
                Math.max(0, Duration.between(start, end).toSeconds()),
                ride.distanceMetres(),
                ride.recordedAt().toEpochMilli(),
                ride.totalRwf(),
                ride.totalRwf(),
                "RWF");
    }
}
