package rw.ishemalink.compliance.licence.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.store.RegisterStore.Seen;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** Whose licences a caller may see: the widest that one of the roles allows. */
final class Sights {

    private static final Role[] ALL_OF_THE_TENANT = {
        Role.GOVERNMENT, Role.CUSTOMS_INSPECTOR, Role.AUDITOR, Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN
    };

    private Sights() {}

    static Seen of(Caller caller) {
        boolean onlyTheOwn = !caller.isAnyForTenant(ALL_OF_THE_TENANT) && !caller.isAny(Role.OPERATOR, Role.DISPATCHER);
        return onlyTheOwn
                ? new Seen(caller.tenant(), null, caller.personId())
                : new Seen(caller.tenant(), findFleet(caller), null);
    }

    /** The only fleet that the caller sees; null: all of the tenant. */
    static @Nullable UUID findFleet(Caller caller) {
        return caller.isAnyForTenant(ALL_OF_THE_TENANT) ? null : getOperator(caller);
    }

    /** An operator's token without an operator sees nothing. */
    private static UUID getOperator(Caller caller) {
        return caller.operatorId().orElseThrow(() -> ProblemException.forbidden("no-operator"));
    }
}
