package rw.ishemalink.booking.dispatch;

import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * Where a driver was.
 *
 * @param tenant whose token the phone had
 * @param recordedAt when the phone took it
 */
public record Fix(UUID driverId, String tenant, GeoPoint point, Instant recordedAt) {}
