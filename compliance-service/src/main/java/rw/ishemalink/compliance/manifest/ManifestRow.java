package rw.ishemalink.compliance.manifest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A manifest on record.
 *
 * @param version 1 for the first of the booking, more for each other driver, vehicle, set of seals or carnet
 * @param reference voyage number
 * @param sha256 of the XML in UTF-8, hex
 * @param reason why there is this version: first, or what changed
 * @param customsOfficeCode null where none was loaded
 * @param seals numbers of the seals that were on
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
        Instant issuedAt,
        String reason,
        @Nullable String customsOfficeCode,
        List<String> seals,
        @Nullable String rctgReference) {}
