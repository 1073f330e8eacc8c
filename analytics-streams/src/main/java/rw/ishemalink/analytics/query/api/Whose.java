package rw.ishemalink.analytics.query.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** Whose figures somebody may see who has one of the roles for it. */
public final class Whose {

    /** As {@code tenant}: everybody's. */
    private static final String EVERYBODY = "*";

    private Whose() {}

    /**
     * The caller's own tenant.
     *
     * @throws ProblemException 403 for an operator's dispatcher: figures are the whole tenant's
     */
    static String own(Caller caller) {
        if (caller.isAny(Role.DISPATCHER) && !caller.isAnyForTenant(Role.values())) {
            throw ProblemException.forbidden("not-allowed");
        }
        return caller.tenant();
    }

    /**
     * Whose figures are asked for: empty for everybody's.
     *
     * @param tenant as the caller gave it: none or the own tenant, or * for everybody's
     * @throws ProblemException 403 for another tenant, for everybody's where the caller serves one tenant, and as
     *     {@link #own}
     */
    public static Optional<String> of(Caller caller, @Nullable String tenant) {
        String own = own(caller);
        if (tenant == null || tenant.equals(own)) {
            return Optional.of(own);
        }
        if (tenant.equals(EVERYBODY) && caller.isAny(Role.GOVERNMENT, Role.AUDITOR, Role.PLATFORM_ADMIN)) {
            return Optional.empty();
        }
        throw ProblemException.forbidden("not-allowed");
    }
}
