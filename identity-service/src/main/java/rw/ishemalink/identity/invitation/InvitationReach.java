package rw.ishemalink.identity.invitation;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Whose invitations a caller sees: all, a tenant's, or an operator's dispatchers'.
 *
 * @param tenant empty: of every tenant
 * @param operatorId if present, only this operator's dispatchers
 */
record InvitationReach(Optional<String> tenant, Optional<UUID> operatorId) {

    /** The reach of an administrator or operator. */
    static InvitationReach of(Caller caller) {
        if (caller.isAny(Role.PLATFORM_ADMIN)) {
            return new InvitationReach(Optional.empty(), Optional.empty());
        }
        if (caller.isAny(Role.TENANT_ADMIN)) {
            return new InvitationReach(Optional.of(caller.tenant()), Optional.empty());
        }
        if (caller.operatorId().isEmpty()) {
            throw ProblemException.forbidden("no-own-operator");
        }
        return new InvitationReach(Optional.of(caller.tenant()), caller.operatorId());
    }
}
