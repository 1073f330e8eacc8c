package rw.ishemalink.compliance.manifest;

import java.time.Instant;
import java.util.UUID;

/**
 * A manifest on record.
 *
 * @param version 1 for the first of the booking, more for each other vehicle or driver
 * @param reference voyage number
 * @param sha256 of the XML in UTF-8, hex
 */
public record ManifestRow(
        UUID bookingId,
        int version,
        String tenant,
        String reference,
        UUID driverId,
        String vehiclePlate,
        String xml,
        String sha256,
        Instant issuedAt) {}
