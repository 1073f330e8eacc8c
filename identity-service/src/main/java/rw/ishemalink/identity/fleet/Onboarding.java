package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.people.Affiliation;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Takes in who wants to drive: the person, the operator, the papers and the vehicle together. The role comes when the papers
 * are cleared ({@link Clearance}).
 */
@Singleton
class Onboarding {

    private final People people;
    private final DriverStore drivers;
    private final CheckStore checks;
    private final DriverDocumentStore documents;
    private final Affiliation affiliation;

    Onboarding(
            People people,
            DriverStore drivers,
            CheckStore checks,
            DriverDocumentStore documents,
            Affiliation affiliation) {
        this.people = people;
        this.drivers = drivers;
        this.checks = checks;
        this.documents = documents;
        this.affiliation = affiliation;
    }

    Driver onboard(Handle sql, Caller caller, Applicant applicant) {
        Optional<UUID> operatorId = isOneself(caller, applicant.who())
                ? ownOperator(caller, applicant.operatorId())
                : operatorFor(FleetBoundary.of(caller), applicant.operatorId());
        Person person = person(sql, caller, applicant.who());
        operatorId.ifPresent(operator -> affiliation.bind(sql, person, operator));
        drivers.insert(sql, person, applicant.details(), operatorId.or(person::operatorId));
        documents.replace(sql, person.tenant(), person.personId(), applicant.documents());
        FleetBoundary oneself = FleetBoundary.oneself(person.tenant(), person.personId());
        return drivers.find(sql, oneself, person.personId()).orElseThrow();
    }

    private Person person(Handle sql, Caller caller, Applicant.Who who) {
        return switch (who) {
            case Applicant.Who.ByPhone(var phone, var language) -> {
                Tenants.check(sql, caller.tenant());
                yield people.reserve(sql, caller.tenant(), phone, language);
            }
            case Applicant.Who.Known(var personId) ->
                checks.findPersonForUpdate(sql, caller.tenant(), personId)
                        .orElseThrow(() -> ProblemException.notFound("no-such-person"));
        };
    }

    private static boolean isOneself(Caller caller, Applicant.Who who) {
        return who instanceof Applicant.Who.Known(var personId) && personId.equals(caller.personId());
    }

    /** An operator takes drivers into its fleet, nobody joins one uninvited. */
    private static Optional<UUID> ownOperator(Caller caller, Optional<UUID> named) {
        if (named.isPresent() && !named.equals(caller.operatorId())) {
            throw ProblemException.forbidden("operator-applies");
        }
        return named;
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
