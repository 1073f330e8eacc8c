package rw.ishemalink.identity.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Phone;

/**
 * A recovery as it stands.
 *
 * @param newPhone where the account is to go; empty when it is over
 * @param movesAfter until when the old phone may refuse, at least
 */
public record Recovery(
        UUID recoveryId,
        String tenant,
        UUID personId,
        Optional<Phone> newPhone,
        RecoveryState state,
        Instant askedAt,
        Instant movesAfter,
        Instant expiresAt) {

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Recovery[" + recoveryId + ", " + state + "]";
    }
}
