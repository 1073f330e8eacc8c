package rw.ishemalink.tracking.trip;

import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Who may follow a trip: those who move it, whose it is, and those who watch over it; within the tenant only. */
public final class TripVisibility {

    private TripVisibility() {}

    public static boolean maySee(Caller caller, Trip trip) {
        return caller.tenant().equals(trip.tenant())
                && (caller.personId().equals(trip.senderId())
                        || caller.personId().equals(trip.driverId())
                        || operates(caller, trip)
                        || inspects(caller, trip)
                        || caller.isAnyForTenant(
                                Role.DISPATCHER,
                                Role.GOVERNMENT,
                                Role.AUDITOR,
                                Role.TENANT_ADMIN,
                                Role.PLATFORM_ADMIN));
    }

    private static boolean operates(Caller caller, Trip trip) {
        return trip.operatorId() != null
                && caller.fleet().filter(trip.operatorId()::equals).isPresent();
    }

    private static boolean inspects(Caller caller, Trip trip) {
        return caller.isAny(Role.CUSTOMS_INSPECTOR) && trip.kind() == TripKind.CARGO_INTERNATIONAL;
    }
}
