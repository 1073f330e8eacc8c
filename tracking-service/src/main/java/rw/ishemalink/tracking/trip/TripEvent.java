package rw.ishemalink.tracking.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a trip's positions have shown; fields as in the contract of {@code tracking.events}, null where they
 * say nothing of its kind.
 *
 * @param change the contract's TrackingChange
 * @param late whether later positions of the trip had been looked at before
 */
public record TripEvent(
        UUID eventId,
        UUID bookingId,
        long sequence,
        String tenant,
        String change,
        Instant recordedAt,
        boolean late,
        UUID vehicleId,
        @Nullable UUID driverId,
        double latitude,
        double longitude,
        @Nullable String geofence,
        @Nullable Double speedKmh,
        @Nullable Double limitKmh,
        @Nullable Double offCorridorMetres,
        @Nullable String sealNumber,
        @Nullable Instant since,
        @Nullable Instant arrivalAt,
        @Nullable Long remainingMetres) {}
