package rw.ishemalink.kit.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, as the verified token says. An interface, so that what is injected into a resource that outlives the
 * request is a proxy that finds the caller of the request at hand.
 */
public interface Caller {

    /** A caller with those properties. */
    static Caller of(
            UUID personId,
            String tenant,
            Set<Role> roles,
            Optional<String> phone,
            Optional<String> email,
            String language,
            Optional<UUID> operatorId) {
        return new TokenCaller(personId, tenant, roles, phone, email, language, operatorId, Standing.NONE);
    }

    /** The token's {@code sub}. */
    UUID personId();

    /** The brand whose data the caller may see; nobody sees another's. */
    String tenant();

    /** What the caller may be. */
    Set<Role> roles();

    /** {@code phone_number}, +2507XXXXXXXX; empty for services. */
    Optional<String> phone();

    /** {@code email}, if the person gave one. */
    Optional<String> email();

    /** {@code locale}: en, rw or fr. */
    String language();

    /** {@code operator}: whose fleet the caller runs or drives for. */
    Optional<UUID> operatorId();

    /** What else the token says: session, identification, agency, client. */
    Standing standing();

    /**
     * The operator whose fleet is all that the caller runs: an operator's, and that of a dispatcher whom an operator
     * employs. A dispatcher of no operator dispatches for the tenant.
     */
    default Optional<UUID> fleet() {
        return isAny(Role.OPERATOR, Role.DISPATCHER) ? operatorId() : Optional.empty();
    }

    /** Whether the caller has one of the roles for the whole tenant, which an operator's dispatcher has not. */
    default boolean isAnyForTenant(Role... any) {
        for (Role role : any) {
            if (roles().contains(role)
                    && (role != Role.DISPATCHER || operatorId().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller has one of the roles. */
    default boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles().contains(role)) {
                return true;
            }
        }
        return false;
    }
}
