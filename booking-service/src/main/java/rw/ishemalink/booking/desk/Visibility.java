package rw.ishemalink.booking.desk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * Which bookings of the tenant a caller may know of: the sender's own, those a driver is asked for, those of the
 * caller's fleet; customs see exports, and the roles that watch over the tenant see all.
 *
 * @param fleet the operator whose bookings the caller sees; empty unless the caller is of an operator
 */
public record Visibility(
        String tenant, UUID personId, Optional<UUID> fleet, boolean everything, boolean exports, boolean drives) {

    private static final Role[] WATCHING = {
        Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.GOVERNMENT, Role.AUDITOR
    };

    public static Visibility of(Caller caller) {
        return new Visibility(
                caller.tenant(),
                caller.personId(),
                caller.fleet(),
                caller.isAnyForTenant(WATCHING),
                caller.isAny(Role.CUSTOMS_INSPECTOR),
                caller.isAny(Role.DRIVER));
    }

    /** Through which lenses the caller may look. */
    public Set<Lens> lenses() {
        Set<Lens> held = EnumSet.of(Lens.SENDER, Lens.DRIVER);
        if (fleet.isPresent()) {
            held.add(Lens.OPERATOR);
        }
        if (exports) {
            held.add(Lens.CUSTOMS);
        }
        if (everything) {
            held.add(Lens.STAFF);
        }
        return held;
    }

    /** Whether the booking exists for the caller. */
    boolean includes(Booking booking) {
        return tenant.equals(booking.order().tenant())
                && (everything
                        || personId.equals(booking.order().sender().personId())
                        || booking.findAssignment().filter(this::includes).isPresent()
                        || (exports && booking.order().kind() == BookingKind.CARGO_INTERNATIONAL));
    }

    /** Whether the caller may offer to move it: a driver any ride, an operator what nobody is asked for yet. */
    boolean includesAsWork(Booking booking) {
        boolean ride = drives && booking.order().kind() == BookingKind.RIDE;
        boolean open = fleet.isPresent() && booking.assignment() == null;
        return includes(booking) || (tenant.equals(booking.order().tenant()) && (ride || open));
    }

    private boolean includes(Assignment asked) {
        return asked.driverId().equals(personId)
                || (asked.operatorId() != null
                        && fleet.filter(asked.operatorId()::equals).isPresent());
    }
}
