package rw.ishemalink.tracking.position;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;

/**
 * A fix as a phone sends it; what it leaves out is null.
 *
 * @param vehicleId the driver's own if left out
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param bearingDegrees clockwise from north
 * @param accuracyMetres radius of 68 % confidence
 * @param altitudeMetres above the ellipsoid
 * @param batteryPercent charge of the device, 0 … 100
 * @param sealState of an electronic seal on the load: CLOSED, OPEN or TAMPERED
 * @param sealNumber of that seal, at most 40 characters
 * @param recordedAt when the phone took it, ISO 8601 with zone
 */
public record Fix(
        @Nullable UUID vehicleId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        @Nullable Double altitudeMetres,
        @Nullable Integer batteryPercent,
        @Nullable SealState sealState,
        @Nullable String sealNumber,
        @Nullable Instant recordedAt) {

    /** A place at a time and nothing else. */
    public static Fix of(@Nullable Double latitude, @Nullable Double longitude, @Nullable Instant recordedAt) {
        return new Fix(null, latitude, longitude, null, null, null, null, null, null, null, recordedAt);
    }
}
