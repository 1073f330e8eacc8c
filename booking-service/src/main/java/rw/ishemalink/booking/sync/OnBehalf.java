package rw.ishemalink.booking.sync;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * In whose name an action is done later: what their token said, not the token. Personal data: kept only until then.
 *
 * @param correlationId of the request that brought the action
 */
public record OnBehalf(
        Set<Role> roles,
        @Nullable String phone,
        @Nullable String email,
        String language,
        @Nullable UUID operatorId,
        String correlationId) {

    public OnBehalf {
        roles = Set.copyOf(roles);
    }

    static OnBehalf of(Caller caller, String correlationId) {
        return new OnBehalf(
                caller.roles(),
                caller.phone().orElse(null),
                caller.email().orElse(null),
                caller.language(),
                caller.operatorId().orElse(null),
                correlationId);
    }

    Caller toCaller(String tenant, UUID personId) {
        return Caller.of(
                personId,
                tenant,
                roles,
                Optional.ofNullable(phone),
                Optional.ofNullable(email),
                language,
                Optional.ofNullable(operatorId));
    }

    /** Never the phone or e-mail: this text may reach logs. */
    @Override
    public String toString() {
        return "OnBehalf[" + roles + "]";
    }
}
