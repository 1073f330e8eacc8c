package rw.ishemalink.tracking.position;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fix as a phone sends it; what it leaves out is null.
 *
 * @param vehicleId the driver's own if left out
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param bearingDegrees clockwise from north
 * @param accuracyMetres radius of 68 % confidence
 * @param recordedAt when the phone took it, ISO 8601 with zone
 */
public record Fix(
        @Nullable UUID vehicleId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        @Nullable Instant recordedAt) {}
