package rw.ishemalink.booking.lifecycle;

import java.util.Optional;
import rw.ishemalink.booking.lifecycle.Actor.Person;
import rw.ishemalink.booking.lifecycle.Actor.Platform;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Command.Fact;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.kit.caller.Role;

/** Who may do what with a booking. Invariant: people act, only the platform states facts. */
final class Authority {

    private static final String SYSTEM = "SYSTEM";

    private Authority() {}

    /** The role that allows the actor the command; empty if none does. */
    static Optional<String> find(Booking booking, Command command, Actor actor) {
        return switch (command) {
            case Fact _ -> actor instanceof Platform ? Optional.of(SYSTEM) : Optional.empty();
            case Act act ->
                actor instanceof Person person ? find(booking, act, person).map(Role::name) : Optional.empty();
        };
    }

    private static Optional<Role> find(Booking booking, Act act, Person person) {
        return switch (act) {
            case Confirm _, Edit _, Rate _ -> sender(booking, person);
            case Cancel _ -> sender(booking, person).or(() -> any(person, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN));
            case RequestAssignment(var asked) -> assigning(asked, person);
            case AcceptManifest _, PickUp _, Deliver _ -> driver(booking, person);
            case GiveCarnet _ -> sender(booking, person);
            case PlaceSeal _, BreakSeal _ -> any(person, Role.CUSTOMS_INSPECTOR).or(() -> sender(booking, person));
            case ArriveAtBorder _, HoldAtBorder _, ReleaseHold _, LeaveBorder _ -> any(person, Role.CUSTOMS_INSPECTOR);
        };
    }

    private static Optional<Role> sender(Booking booking, Person person) {
        return given(booking.order().sender().personId().equals(person.personId()), Role.SENDER);
    }

    private static Optional<Role> driver(Booking booking, Person person) {
        boolean assigned = booking.findAssignment()
                .filter(asked -> asked.driverId().equals(person.personId()))
                .isPresent();
        return given(assigned && person.roles().contains(Role.DRIVER), Role.DRIVER);
    }

    /** The tenant's dispatchers and admins ask anybody, an operator and its dispatchers its own drivers; a driver takes what was offered. */
    private static Optional<Role> assigning(Assignment asked, Person person) {
        boolean ownFleet = person.operatorId() != null && person.operatorId().equals(asked.operatorId());
        boolean himself = asked.driverId().equals(person.personId());
        boolean forAll = person.operatorId() == null;
        return (forAll ? any(person, Role.DISPATCHER) : Optional.<Role>empty())
                .or(() -> any(person, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN))
                .or(() -> ownFleet ? any(person, Role.DISPATCHER, Role.OPERATOR) : Optional.empty())
                .or(() -> himself ? any(person, Role.DRIVER) : Optional.empty());
    }

    private static Optional<Role> any(Person person, Role... roles) {
        for (Role role : roles) {
            if (person.roles().contains(role)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static Optional<Role> given(boolean condition, Role role) {
        return condition ? Optional.of(role) : Optional.empty();
    }
}
