package rw.ishemalink.compliance.licence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Notice.Standing;

/**
 * A booking that is under way with a licence that is no longer good.
 *
 * @param bookingStatus as it stands now
 * @param operatorId whose fleet the driver was chosen from; null for an independent driver
 * @param holderId driver, vehicle or operator whose licence it is
 * @param since when it was raised
 * @param closedAt null while it stands open
 */
public record Flag(
        UUID flagId,
        UUID bookingId,
        String trackingCode,
        String bookingStatus,
        UUID driverId,
        @Nullable UUID operatorId,
        LicenceKind licenceKind,
        UUID holderId,
        Standing standing,
        Instant since,
        @Nullable Instant closedAt) {

    /** What became of it: OPENED or CLOSED, by whom and why. */
    public record Change(String change, @Nullable UUID actorId, String actorRole, String reason, Instant at) {}
}
