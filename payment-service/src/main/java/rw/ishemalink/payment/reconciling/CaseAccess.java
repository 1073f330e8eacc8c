package rw.ishemalink.payment.reconciling;

import java.util.Optional;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * Whose cases a caller may see. The merchant account at a provider is the platform's and shared by its tenants: a tenant
 * sees what concerns movements of its own, the platform's staff see all.
 */
public final class CaseAccess {

    private CaseAccess() {}

    /** The tenant whose movements' cases the caller may see; empty: all cases. */
    public static Optional<String> onlyOf(Caller caller) {
        return caller.isAny(Role.PLATFORM_ADMIN) ? Optional.empty() : Optional.of(caller.tenant());
    }

    static boolean maySee(Caller caller, Case one) {
        return onlyOf(caller)
                .map(tenant -> tenant.equals(one.tenant()) && one.sides().movement() != null)
                .orElse(true);
    }
}
