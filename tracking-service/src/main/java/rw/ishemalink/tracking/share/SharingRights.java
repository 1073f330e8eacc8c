package rw.ishemalink.tracking.share;

import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;

/** Who may let others follow a trip: whose it is, whose fleet moves it, and the tenant's staff. Who only checks it may not. */
public final class SharingRights {

    private SharingRights() {}

    /** Whether the caller may make, see and revoke the trip's links. */
    public static boolean mayShare(Caller caller, Trip trip) {
        return TripVisibility.maySee(caller, trip)
                && (caller.personId().equals(trip.senderId())
                        || (trip.operatorId() != null
                                && caller.fleet()
                                        .filter(trip.operatorId()::equals)
                                        .isPresent())
                        || caller.isAnyForTenant(Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN));
    }
}
