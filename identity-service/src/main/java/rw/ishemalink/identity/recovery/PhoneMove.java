package rw.ishemalink.identity.recovery;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.identity.deadline.Deadline;
import rw.ishemalink.identity.people.Messages;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.ProfileChanged;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** Moves an account to the new phone once staff saw the person and the old phone had its time, or lets the wish lapse. */
@Singleton
class PhoneMove implements Deadline {

    private final UnitOfWork work;
    private final RecoveryStore store;
    private final People people;
    private final SessionEnds ends;
    private final Messages messages;
    private final StandingEvents events;
    private final Event<ProfileChanged> changed;

    PhoneMove(
            UnitOfWork work,
            RecoveryStore store,
            People people,
            SessionEnds ends,
            Messages messages,
            StandingEvents events,
            Event<ProfileChanged> changed) {
        this.work = work;
        this.store = store;
        this.people = people;
        this.ends = ends;
        this.messages = messages;
        this.events = events;
        this.changed = changed;
    }

    @Override
    public boolean meetOne() {
        return work.call(tx -> {
            Optional<Recovery> due = store.findDueForUpdate(tx.sql());
            due.ifPresent(recovery -> people.findForUpdate(tx.sql(), recovery.tenant(), recovery.personId())
                    .ifPresentOrElse(
                            person -> meet(tx, recovery, person),
                            () -> store.close(tx.sql(), recovery, RecoveryState.EXPIRED, Optional.empty())));
            return due.isPresent();
        });
    }

    private void meet(Tx tx, Recovery recovery, Person person) {
        if (recovery.state() != RecoveryState.APPROVED) {
            end(tx, recovery, person, RecoveryState.EXPIRED, "EXPIRED");
        } else if (person.findBar().isPresent()) {
            end(tx, recovery, person, RecoveryState.REFUSED, "BLOCKED");
        } else {
            recovery.newPhone()
                    .filter(phone -> makeFree(tx, recovery.tenant(), phone))
                    .ifPresentOrElse(
                            phone -> move(tx, recovery, person, phone),
                            () -> end(tx, recovery, person, RecoveryState.REFUSED, "PHONE_TAKEN"));
        }
    }

    private void move(Tx tx, Recovery recovery, Person person, Phone phone) {
        store.close(tx.sql(), recovery, RecoveryState.DONE, Optional.empty());
        store.spendCodes(tx.sql(), person);
        people.move(tx.sql(), person, phone);
        ends.endAllOf(tx, person.tenant(), person.personId(), SessionEnd.RECOVERED);
        Person after = people.find(tx.sql(), person.tenant(), person.personId()).orElseThrow();
        changed.fire(new ProfileChanged(tx, after));
        tell(tx, person, StandingFact.of(IdentityChange.RECOVERED));
        messages.send(tx, person, RequestedTemplate.RECOVERED, Map.of());
        messages.send(tx, after, RequestedTemplate.RECOVERED, Map.of());
    }

    /** Whether nobody else has that phone; a reservation that nobody ever used makes way. */
    private boolean makeFree(Tx tx, String tenant, Phone phone) {
        Optional<Person> other = people.findByPhoneForUpdate(tx.sql(), tenant, phone);
        if (other.filter(it -> it.registered() || !it.roles().isEmpty()).isPresent()) {
            return false;
        }
        other.ifPresent(it -> people.vacate(tx.sql(), it));
        return true;
    }

    private void end(Tx tx, Recovery recovery, Person person, RecoveryState state, String why) {
        store.close(tx.sql(), recovery, state, Optional.empty());
        tell(tx, person, StandingFact.of(IdentityChange.RECOVERY_REFUSED).because(why));
    }

    private void tell(Tx tx, Person person, StandingFact fact) {
        events.publish(tx, person.tenant(), person.personId(), fact.identified(person.kyc()));
    }
}
