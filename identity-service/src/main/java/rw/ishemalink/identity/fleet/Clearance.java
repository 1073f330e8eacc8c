package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Messages;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/**
 * Follows what compliance says of drivers' papers. Invariant: an answer about other papers than those in force, or an older
 * one than was heard, changes nothing.
 */
@Singleton
public class Clearance {

    private final DriverStore drivers;
    private final CheckStore checks;
    private final ShiftStore shifts;
    private final People people;
    private final Messages messages;
    private final SessionEnds ends;
    private final StandingEvents events;

    Clearance(
            DriverStore drivers,
            CheckStore checks,
            ShiftStore shifts,
            People people,
            Messages messages,
            SessionEnds ends,
            StandingEvents events) {
        this.drivers = drivers;
        this.checks = checks;
        this.shifts = shifts;
        this.people = people;
        this.messages = messages;
        this.ends = ends;
        this.events = events;
    }

    /** The papers of a driver were looked at; of a driver who is not known, or no more, nothing is done. */
    public void hear(Tx tx, String tenant, UUID driverId, PapersCheck check) {
        checks.findPersonForUpdate(tx.sql(), tenant, driverId)
                .ifPresent(person -> drivers.findForUpdate(tx.sql(), FleetBoundary.oneself(tenant, driverId), driverId)
                        .filter(check::isNewsOf)
                        .ifPresent(driver -> follow(tx, person, driver, check)));
    }

    private void follow(Tx tx, Person person, Driver before, PapersCheck check) {
        DriverMove move = DriverMove.of(before.status(), List.of(new DriverFact.Checked(check.outcome())));
        checks.keep(tx.sql(), before, check, move);
        if (!move.changesStatus()) {
            return;
        }
        move.findShiftEnd().ifPresent(end -> shifts.end(tx.sql(), before.driverId(), end));
        FleetBoundary oneself = FleetBoundary.oneself(before.tenant(), before.driverId());
        Driver after = drivers.find(tx.sql(), oneself, before.driverId()).orElseThrow();
        if (after.status() == DriverStatus.ACTIVE) {
            letIn(tx, person);
            messages.send(tx, person, after.phone(), after.language(), RequestedTemplate.DRIVER_ACTIVE, Map.of());
        } else {
            String reason = RefusalTexts.all(check.refusals(), after.language());
            messages.send(
                    tx,
                    person,
                    after.phone(),
                    after.language(),
                    RequestedTemplate.DRIVER_REJECTED,
                    Map.of("reason", reason));
        }
        FleetEvents.publish(tx, move.change(), after);
    }

    /** The role stays when a driver is rejected later: pay and shifts of the past are still theirs to see. */
    private void letIn(Tx tx, Person person) {
        if (people.addRole(tx.sql(), person, Role.DRIVER, Optional.empty())) {
            ends.endAllOf(tx, person.tenant(), person.personId(), SessionEnd.ROLES_CHANGED);
            StandingFact granted = StandingFact.of(IdentityChange.ROLE_GRANTED)
                    .about(Role.DRIVER.name(), person.operatorId(), Optional.empty())
                    .identified(person.kyc());
            events.publish(tx, person.tenant(), person.personId(), granted);
        }
    }
}
