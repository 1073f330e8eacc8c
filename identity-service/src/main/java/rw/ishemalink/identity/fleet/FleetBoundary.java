package rw.ishemalink.identity.fleet;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * The part of the fleet that a caller knows of: always one tenant; within it all, one operator's, or only oneself.
 *
 * @param operatorId if present, only this operator's drivers
 * @param driverId if present, only this driver
 */
public record FleetBoundary(String tenant, Optional<UUID> operatorId, Optional<UUID> driverId) {

    /** The boundary of a caller. A dispatcher without an operator dispatches for the whole tenant. */
    public static FleetBoundary of(Caller caller) {
        if (caller.isAny(Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            return new FleetBoundary(caller.tenant(), Optional.empty(), Optional.empty());
        }
        if (caller.isAny(Role.OPERATOR, Role.DISPATCHER) && caller.operatorId().isPresent()) {
            return new FleetBoundary(caller.tenant(), caller.operatorId(), Optional.empty());
        }
        if (caller.isAny(Role.DISPATCHER)) {
            return new FleetBoundary(caller.tenant(), Optional.empty(), Optional.empty());
        }
        return oneself(caller.tenant(), caller.personId());
    }

    /** One driver alone. */
    static FleetBoundary oneself(String tenant, UUID driverId) {
        return new FleetBoundary(tenant, Optional.empty(), Optional.of(driverId));
    }

    /** Whether the caller runs more than a vehicle of their own. */
    boolean isFleet() {
        return driverId.isEmpty();
    }

    /** Whether the caller may know of that operator. */
    boolean contains(UUID operator) {
        return isFleet() && operatorId.map(operator::equals).orElse(true);
    }
}
