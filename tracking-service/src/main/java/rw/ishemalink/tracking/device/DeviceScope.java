package rw.ishemalink.tracking.device;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * Which devices and vehicles a caller may have to do with; never those of another tenant.
 *
 * @param driverId whose own devices; null: the caller drives nothing
 * @param operatorId whose fleet's; null: the caller runs none
 * @param all whether all of the tenant's
 */
public record DeviceScope(
        String tenant, @Nullable UUID driverId, @Nullable UUID operatorId, boolean all) {

    /** The caller's. */
    public static DeviceScope of(Caller caller) {
        return new DeviceScope(
                caller.tenant(),
                caller.isAny(Role.DRIVER) ? caller.personId() : null,
                caller.fleet().orElse(null),
                caller.isAnyForTenant(Role.DISPATCHER, Role.TENANT_ADMIN));
    }
}
