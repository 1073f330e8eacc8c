package rw.ishemalink.identity.invitation;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Agency;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Role;

/**
 * Whom somebody wants to invite, and to what.
 *
 * @param operatorId whose staff the invited becomes; with OPERATOR required, with DISPATCHER possible
 * @param agency whom an official serves; with GOVERNMENT required
 */
public record Proposal(String tenant, Phone phone, Role role, Optional<UUID> operatorId, Optional<Agency> agency) {

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Proposal[" + tenant + ", " + role + "]";
    }
}
