package rw.ishemalink.identity.people;

import java.util.Optional;
import java.util.Set;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** How each role comes and goes: by whom it is granted, taken or revoked. */
public final class RolePolicy {

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
        /** One proposes, another approves, the invited accepts: /api/auth/invitations. */
        ROLE_BY_INVITATION("role-by-invitation"),
        /** Whoever wants it takes it: /api/auth/me/roles. */
        ROLE_SELF_TAKEN("role-self-taken"),
        /** Nobody takes it alone. */
        ROLE_NOT_SELF_TAKEN("role-not-self-taken");

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

    /** Whether the role carries so much power over others that two have to agree to it; the database says the same. */
    public static boolean isByInvitation(Role role) {
        return switch (role) {
            case OPERATOR, DISPATCHER, CUSTOMS_INSPECTOR, GOVERNMENT, AUDITOR, TENANT_ADMIN, PLATFORM_ADMIN -> true;
            case CUSTOMER, SENDER, EXPORTER, AGENT, DRIVER, SERVICE -> false;
        };
    }

    /** Whether the role may be held for an operator. */
    public static boolean isForAnOperator(Role role) {
        return FOR_AN_OPERATOR.contains(role);
    }

    /** Why nobody takes that role alone; empty when whoever wants it does. */
    static Optional<Refusal> refuseTaking(Role role) {
        return switch (role) {
            case CUSTOMER, SENDER, EXPORTER -> Optional.empty();
            case AGENT,
                    DRIVER,
                    OPERATOR,
                    DISPATCHER,
                    CUSTOMS_INSPECTOR,
                    GOVERNMENT,
                    AUDITOR,
                    TENANT_ADMIN,
                    PLATFORM_ADMIN,
                    SERVICE -> Optional.of(Refusal.ROLE_NOT_SELF_TAKEN);
        };
    }

    /** Why the caller alone may not grant the role; empty when they may. */
    static Optional<Refusal> refuseGrant(Caller caller, String tenantOfPerson, Role role) {
        return refuseRevocation(caller, tenantOfPerson, role).or(() -> switch (role) {
            case AGENT -> Optional.empty();
            case CUSTOMER, SENDER, EXPORTER -> Optional.of(Refusal.ROLE_SELF_TAKEN);
            case DRIVER,
                    OPERATOR,
                    DISPATCHER,
                    CUSTOMS_INSPECTOR,
                    GOVERNMENT,
                    AUDITOR,
                    TENANT_ADMIN,
                    PLATFORM_ADMIN,
                    SERVICE -> Optional.of(Refusal.ROLE_BY_INVITATION);
        });
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
