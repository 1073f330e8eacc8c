package rw.ishemalink.compliance.mds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a vehicle's state.
 *
 * @param tripId the ride that it is about; null when it is about none
 * @param at when it happened
 * @param recordedAt when we heard of it
 * @param place null: where the vehicle was seen last; never null in what is read
 */
public record VehicleEvent(
        UUID eventId,
        UUID vehicleId,
        EventType type,
        Instant at,
        Instant recordedAt,
        @Nullable UUID tripId,
        @Nullable Point place) {}
