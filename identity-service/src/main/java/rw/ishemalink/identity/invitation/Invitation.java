package rw.ishemalink.identity.invitation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Role;

/**
 * An invitation as it stands.
 *
 * @param phone of the invited; empty once they have been forgotten
 * @param expiresAt when it is over, unless it is answered before
 */
public record Invitation(
        UUID invitationId,
        String tenant,
        UUID personId,
        Optional<Phone> phone,
        Role role,
        Optional<UUID> operatorId,
        Optional<Agency> agency,
        InvitationState state,
        UUID invitedBy,
        Optional<UUID> approvedBy,
        Instant createdAt,
        Instant expiresAt) {

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Invitation[" + invitationId + ", " + role + ", " + state + "]";
    }
}
