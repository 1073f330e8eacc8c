package rw.ishemalink.tracking.trip.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.trip.TripEvent;

/**
 * Something that a trip's positions have shown. What does not belong to its kind is left out.
 *
 * @param change what, as in the contract of tracking.events
 * @param recordedAt time of the position that shows it
 * @param late whether it was told after later positions had been looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TripEventView(
        UUID eventId,
        long sequence,
        String change,
        Instant recordedAt,
        boolean late,
        UUID vehicleId,
        double latitude,
        double longitude,
        @Nullable String geofence,
        @Nullable Double speedKmh,
        @Nullable Double limitKmh,
        @Nullable Double offCorridorMetres,
        @Nullable String sealNumber,
        @Nullable Instant since,
        @Nullable Instant arrivalAt,
        @Nullable Long remainingMetres) {

    static TripEventView of(TripEvent event) {
        return new TripEventView(
                event.eventId(),
                event.sequence(),
                event.change(),
                event.recordedAt(),
                event.late(),
                event.vehicleId(),
                event.latitude(),
                event.longitude(),
                event.geofence(),
                event.speedKmh(),
                event.limitKmh(),
                event.offCorridorMetres(),
                event.sealNumber(),
                event.since(),
                event.arrivalAt(),
                event.remainingMetres());
    }
}
