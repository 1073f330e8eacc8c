package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.people.Affiliation;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.problem.ProblemException;

/** Makes a person a driver: the role, the operator, the licence and the vehicle together. */
@Singleton
class Onboarding {

    private final People people;
    private final DriverStore drivers;
    private final Affiliation affiliation;
    private final SessionEnds ends;

    Onboarding(People people, DriverStore drivers, Affiliation affiliation, SessionEnds ends) {
        this.people = people;
        this.drivers = drivers;
        this.affiliation = affiliation;
        this.ends = ends;
    }

    UUID onboard(Tx tx, Caller caller, Applicant applicant) {
        Handle sql = tx.sql();
        Optional<UUID> operatorId = operatorFor(FleetBoundary.of(caller), applicant.operatorId());
        Person person = people.reserve(sql, caller.tenant(), applicant.phone(), applicant.language());
        operatorId.ifPresent(operator -> affiliation.bind(sql, person, operator));
        drivers.insert(sql, person, applicant.details(), operatorId.or(person::operatorId));
        if (people.addRole(sql, person, Role.DRIVER, Optional.of(caller.personId()))) {
            ends.endAllOf(tx, person.tenant(), person.personId(), SessionEnd.ROLES_CHANGED);
        }
        return person.personId();
    }

    private static Optional<UUID> operatorFor(FleetBoundary boundary, Optional<UUID> named) {
        if (!boundary.isFleet()) {
            throw ProblemException.forbidden("no-own-operator");
        }
        if (named.isPresent() && !boundary.contains(named.get())) {
            throw ProblemException.notFound("no-such-operator");
        }
        return named.or(boundary::operatorId);
    }
}
