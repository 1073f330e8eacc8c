package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why customs keep an export at the border.
 *
 * @param role the role that allowed it
 * @param released how it was lifted; null while it stands
 */
public record Hold(
        UUID holdId,
        UUID heldBy,
        String role,
        Instant heldAt,
        String why,
        @Nullable Ending released) {

    Hold releasedBy(Ending how) {
        return new Hold(holdId, heldBy, role, heldAt, why, how);
    }
}
