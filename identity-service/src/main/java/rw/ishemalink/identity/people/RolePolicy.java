package rw.ishemalink.identity.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who may grant and revoke which role of whom. */
final class RolePolicy {

    /** What is wrong with a grant or revocation; the constant's code is the problem's. */
    enum Refusal {
        /** The person is of another tenant: for this caller there is none. */
        NO_SUCH_PERSON("no-such-person"),
        /** Only the platform's administrators make their own kind. */
        ROLE_ABOVE_CALLER("role-above-caller"),
        /** Drivers are made and suspended under /api/fleet/drivers, with licence and vehicle. */
        ROLE_FROM_FLEET("role-from-fleet"),
        /** A service is no person. */
        ROLE_NOT_FOR_PEOPLE("role-not-for-people"),
        /** OPERATOR without saying whose. */
        OPERATOR_MISSING("operator-missing"),
        /** An operator beside a role that belongs to none. */
        OPERATOR_NOT_FOR_ROLE("operator-not-for-role");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Roles that are held for one operator: OPERATOR must name it, DISPATCHER may (else: of the whole tenant). */
    private static final Set<Role> FOR_AN_OPERATOR = Set.of(Role.OPERATOR, Role.DISPATCHER);

    private RolePolicy() {}

    /** Why the caller may not grant the role; empty when they may. */
    static Optional<Refusal> refuseGrant(Caller caller, String tenantOfPerson, Role role, Optional<UUID> operatorId) {
        Optional<Refusal> refusal = refuseRevocation(caller, tenantOfPerson, role);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (role == Role.OPERATOR && operatorId.isEmpty()) {
            return Optional.of(Refusal.OPERATOR_MISSING);
        }
        return operatorId.isPresent() && !FOR_AN_OPERATOR.contains(role)
                ? Optional.of(Refusal.OPERATOR_NOT_FOR_ROLE)
                : Optional.empty();
    }

    /** Why the caller may not revoke the role; empty when they may. */
    static Optional<Refusal> refuseRevocation(Caller caller, String tenantOfPerson, Role role) {
        boolean aboveTenants = caller.isAny(Role.PLATFORM_ADMIN);
        if (!aboveTenants && !caller.tenant().equals(tenantOfPerson)) {
            return Optional.of(Refusal.NO_SUCH_PERSON);
        }
        return switch (role) {
            case SERVICE -> Optional.of(Refusal.ROLE_NOT_FOR_PEOPLE);
            case DRIVER -> Optional.of(Refusal.ROLE_FROM_FLEET);
            case PLATFORM_ADMIN -> aboveTenants ? Optional.empty() : Optional.of(Refusal.ROLE_ABOVE_CALLER);
            case CUSTOMER,
                    SENDER,
                    EXPORTER,
                    AGENT,
                    OPERATOR,
                    DISPATCHER,
                    CUSTOMS_INSPECTOR,
                    GOVERNMENT,
                    AUDITOR,
                    TENANT_ADMIN -> Optional.empty();
        };
    }

    /** Whether a person with these roles still belongs to an operator. */
    static boolean needsOperator(Set<Role> roles) {
        return roles.contains(Role.DRIVER) || roles.stream().anyMatch(FOR_AN_OPERATOR::contains);
    }
}
