package rw.ishemalink.compliance.mds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle was.
 *
 * @param tripId the ride that it was on; null when on none, or not looked up
 * @param speedMps metres a second
 * @param headingDegrees clockwise from north
 */
public record Fix(
        UUID vehicleId,
        Instant at,
        Point place,
        @Nullable Double speedMps,
        @Nullable Double headingDegrees,
        @Nullable Double accuracyMetres,
        @Nullable UUID tripId) {}
