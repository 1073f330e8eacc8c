package rw.ishemalink.identity.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** One's own profile. */
@Singleton
public class Profiles {

    private final UnitOfWork work;
    private final People people;
    private final Event<ProfileChanged> changed;

    Profiles(UnitOfWork work, People people, Event<ProfileChanged> changed) {
        this.work = work;
        this.people = people;
        this.changed = changed;
    }

    /** The caller as this service knows them now. */
    public Person get(Caller caller) {
        return work.read(sql -> people.find(sql, caller.tenant(), caller.personId()))
                .orElseThrow(() -> ProblemException.notFound("no-such-person"));
    }

    /** Replaces the profile. */
    public Person change(Caller caller, Profile profile) {
        return work.call(tx -> {
            Person before = people.findInAnyTenantForUpdate(tx.sql(), caller.personId())
                    .filter(person -> person.tenant().equals(caller.tenant()))
                    .orElseThrow(() -> ProblemException.notFound("no-such-person"));
            people.changeProfile(tx.sql(), before, profile);
            Person after =
                    people.find(tx.sql(), before.tenant(), before.personId()).orElseThrow();
            changed.fire(new ProfileChanged(tx, after));
            return after;
        });
    }
}
