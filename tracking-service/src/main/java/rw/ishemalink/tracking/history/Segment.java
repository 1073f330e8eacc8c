package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Some fixes of one vehicle with one driver, all of one hour (UTC), as they are kept.
 *
 * @param fromAt when the first was taken
 * @param toAt when the last was taken
 * @param fixes how many
 * @param points the fixes themselves, see {@link SegmentCodec}
 */
// Segments are never compared: the array is what a row holds.
@SuppressWarnings("ArrayRecordComponent")
public record Segment(
        String tenant, UUID vehicleId, UUID driverId, Instant fromAt, Instant toAt, int fixes, byte[] points) {}
