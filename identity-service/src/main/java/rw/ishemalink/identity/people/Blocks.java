package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;

/** Keeps people out, and lets them in again. Who is blocked has no login and gets none. */
@Singleton
public class Blocks {

    private final UnitOfWork work;
    private final People people;
    private final SessionEnds ends;
    private final StandingEvents events;

    Blocks(UnitOfWork work, People people, SessionEnds ends, StandingEvents events) {
        this.work = work;
        this.people = people;
        this.ends = ends;
        this.events = events;
    }

    /** Ends every login of the person and refuses new ones; doing it again changes nothing. */
    public void block(Caller caller, UUID personId, BlockReason reason) {
        work.run(tx -> {
            Person person = getForUpdate(tx.sql(), caller, personId);
            if (!person.blocked()) {
                people.block(tx.sql(), person, caller.personId(), reason);
                ends.endAllOf(tx, person.tenant(), personId, SessionEnd.BLOCKED);
                tell(tx, person, StandingFact.of(IdentityChange.BLOCKED).because(reason.name()), caller);
            }
        });
    }

    /** The person may log in again; doing it again changes nothing. */
    public void unblock(Caller caller, UUID personId) {
        work.run(tx -> {
            Person person = getForUpdate(tx.sql(), caller, personId);
            if (person.blocked()) {
                people.unblock(tx.sql(), person);
                tell(tx, person, StandingFact.of(IdentityChange.UNBLOCKED), caller);
            }
        });
    }

    private Person getForUpdate(Handle sql, Caller caller, UUID personId) {
        Person person = people.findInAnyTenantForUpdate(sql, personId)
                .filter(it -> caller.isAny(Role.PLATFORM_ADMIN) || it.tenant().equals(caller.tenant()))
                .orElseThrow(() -> ProblemException.notFound("no-such-person"));
        if (personId.equals(caller.personId())) {
            throw ProblemException.forbidden("not-yourself");
        }
        if (person.roles().contains(Role.PLATFORM_ADMIN) && !caller.isAny(Role.PLATFORM_ADMIN)) {
            throw ProblemException.forbidden("person-above-caller");
        }
        return person;
    }

    private void tell(Tx tx, Person person, StandingFact fact, Caller caller) {
        events.publish(
                tx,
                person.tenant(),
                person.personId(),
                fact.by(caller.personId()).identified(person.kyc()));
    }
}
