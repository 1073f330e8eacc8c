package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seal on an export. Invariant: a number is put on once and never again, also when it is broken.
 *
 * @param number as printed on it
 * @param role the role that allowed to put it on
 * @param broken how it was broken; null while it is on
 * @param replacedBy number of the seal in its place; null where there is none
 */
public record Seal(
        String number,
        SealKind kind,
        UUID placedBy,
        String role,
        Instant placedAt,
        @Nullable Ending broken,
        @Nullable String replacedBy) {

    Seal brokenBy(Ending how, @Nullable String replacement) {
        return new Seal(number, kind, placedBy, role, placedAt, how, replacement);
    }
}
