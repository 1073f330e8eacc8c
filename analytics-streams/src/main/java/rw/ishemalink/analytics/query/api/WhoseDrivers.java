package rw.ishemalink.analytics.query.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Which drivers a caller may ask about: those of the tenant; whoever runs a fleet only what was driven for it; a driver
 * only what the driver did.
 *
 * @param tenant whose deliveries; {@link Board#ALL_TENANTS} for everybody's
 * @param operator for whom they were driven; empty for anybody
 */
record WhoseDrivers(String tenant, Optional<UUID> operator) {

    private static final Role[] FOR_THE_TENANT = {
        Role.GOVERNMENT, Role.AUDITOR, Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN
    };
    private static final Role[] FOR_EVERYBODY = {Role.GOVERNMENT, Role.AUDITOR, Role.PLATFORM_ADMIN};

    /**
     * About drivers in general.
     *
     * @param tenant as the caller gave it: none or the own tenant, or * for everybody's
     * @param operator as the caller gave it, if at all
     * @throws ProblemException 403 for another tenant's or another operator's, for everybody's where the caller serves one
     *     tenant, and for a driver
     */
    static WhoseDrivers of(Caller caller, @Nullable String tenant, @Nullable UUID operator) {
        if (caller.isAnyForTenant(FOR_THE_TENANT)) {
            return new WhoseDrivers(tenant(caller, tenant), Optional.ofNullable(operator));
        }
        UUID fleet = caller.fleet().orElseThrow(WhoseDrivers::refusal);
        if (operator != null && !operator.equals(fleet)) {
            throw refusal();
        }
        return new WhoseDrivers(own(caller, tenant), Optional.of(fleet));
    }

    /**
     * About one driver, or none where only others are counted; otherwise as {@link #of}. A driver may ask on which place
     * the driver is on any board of the tenant.
     *
     * @throws ProblemException as {@link #of}, but for a driver only when the question is about another one
     */
    static WhoseDrivers ofOne(Caller caller, @Nullable UUID driver, @Nullable String tenant, @Nullable UUID operator) {
        boolean onlyDriver =
                !caller.isAnyForTenant(FOR_THE_TENANT) && caller.fleet().isEmpty() && caller.isAny(Role.DRIVER);
        if (!onlyDriver) {
            return of(caller, tenant, operator);
        }
        if (driver != null && !driver.equals(caller.personId())) {
            throw refusal();
        }
        return new WhoseDrivers(own(caller, tenant), Optional.ofNullable(operator));
    }

    private static String tenant(Caller caller, @Nullable String tenant) {
        return Board.ALL_TENANTS.equals(tenant) && caller.isAny(FOR_EVERYBODY)
                ? Board.ALL_TENANTS
                : own(caller, tenant);
    }

    private static String own(Caller caller, @Nullable String tenant) {
        if (tenant != null && !tenant.equals(caller.tenant())) {
            throw refusal();
        }
        return caller.tenant();
    }

    private static ProblemException refusal() {
        return ProblemException.forbidden("not-allowed");
    }

    /** As questions to cells have it. */
    Optional<String> findTenant() {
        return tenant.equals(Board.ALL_TENANTS) ? Optional.empty() : Optional.of(tenant);
    }
}
