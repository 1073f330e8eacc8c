package rw.ishemalink.identity.recovery;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.identity.people.RolePolicy;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who of the staff may decide about whose way back. */
final class RecoveryPolicy {

    /** What is wrong; the constant's code is the problem's. */
    enum Refusal {
        NO_SUCH_RECOVERY("no-such-recovery"),
        FOUR_EYES("four-eyes"),
        /** An agent moves no account that carries power over others, and nobody one above the own. */
        PERSON_ABOVE_CALLER("person-above-caller");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private RecoveryPolicy() {}

    /** Why the caller may not say that this is the person; empty when they may. */
    static Optional<Refusal> refuseApproval(Caller caller, String tenant, UUID personId, Set<Role> roles) {
        boolean platform = caller.isAny(Role.PLATFORM_ADMIN);
        if (!platform && !(caller.tenant().equals(tenant) && caller.isAny(Role.AGENT, Role.TENANT_ADMIN))) {
            return Optional.of(Refusal.NO_SUCH_RECOVERY);
        }
        if (caller.personId().equals(personId)) {
            return Optional.of(Refusal.FOUR_EYES);
        }
        if (platform) {
            return Optional.empty();
        }
        boolean above = roles.contains(Role.PLATFORM_ADMIN)
                || (roles.stream().anyMatch(RolePolicy::isByInvitation) && !caller.isAny(Role.TENANT_ADMIN));
        return above ? Optional.of(Refusal.PERSON_ABOVE_CALLER) : Optional.empty();
    }
}
