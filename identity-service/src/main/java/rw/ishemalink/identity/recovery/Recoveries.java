package rw.ishemalink.identity.recovery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.kyc.DocumentNumber;
import rw.ishemalink.identity.kyc.DocumentStore;
import rw.ishemalink.identity.people.Messages;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.KycLevel;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** Asked for by whoever lost a SIM, seen by staff, refused by the old phone or done when its time has come. */
@Singleton
public class Recoveries {

    private final UnitOfWork work;
    private final RecoveryStore store;
    private final People people;
    private final DocumentStore documents;
    private final Messages messages;
    private final StandingEvents events;
    private final long waitHours;

    Recoveries(
            UnitOfWork work,
            RecoveryStore store,
            People people,
            DocumentStore documents,
            Messages messages,
            StandingEvents events,
            IdentityConfig config) {
        this.work = work;
        this.store = store;
        this.people = people;
        this.documents = documents;
        this.messages = messages;
        this.events = events;
        this.waitHours = config.recovery().patience().toHours();
    }

    /** Begins one if the account's document was seen and is the one named; who asks cannot tell. */
    public void ask(LostPhone lost) {
        work.run(tx -> {
            Tenants.check(tx.sql(), lost.tenant());
            people.findByPhoneForUpdate(tx.sql(), lost.tenant(), lost.oldPhone())
                    .filter(person -> person.registered() && person.findBar().isEmpty())
                    .filter(person -> store.countTry(tx.sql(), person))
                    .filter(person -> !lost.oldPhone().equals(lost.newPhone()) && proves(tx, person, lost.document()))
                    .ifPresent(person -> begin(tx, person, lost));
        });
    }

    private void begin(Tx tx, Person person, LostPhone lost) {
        if (store.insert(tx.sql(), person, lost.newPhone()).isPresent()) {
            tell(tx, person, StandingFact.of(IdentityChange.RECOVERY_BEGUN));
            messages.send(tx, person, RequestedTemplate.RECOVERY_BEGUN, Map.of("hours", Long.toString(waitHours)));
        }
    }

    /** What waits for staff. */
    public List<WaitingRecovery> listOpen(Caller caller, int limit) {
        Optional<String> tenant = caller.isAny(Role.PLATFORM_ADMIN) ? Optional.empty() : Optional.of(caller.tenant());
        return work.read(
                sql -> {
                    List<Recovery> open = store.listOpen(sql, tenant, limit);
                    Map<UUID, Person> whose = people.findAll(
                            sql, open.stream().map(Recovery::personId).toList());
                    return open.stream()
                            .flatMap(it -> Optional.ofNullable(whose.get(it.personId()))
                                    .map(person -> new WaitingRecovery(it, person))
                                    .stream())
                            .toList();
                });
    }

    /** The caller's own that is open: somebody asks for this account. */
    public Optional<Recovery> findOwn(Caller caller) {
        return work.read(sql -> store.findOpenOf(sql, caller.tenant(), caller.personId()));
    }

    /** Staff saw the person, with a document of that number in their hand. */
    public Recovery approve(Caller caller, UUID recoveryId, DocumentNumber shown) {
        return work.call(tx -> {
            Recovery recovery = getOpenForUpdate(tx, recoveryId);
            Person person = getPerson(tx, recovery);
            stopIf(RecoveryPolicy.refuseApproval(caller, person.tenant(), person.personId(), person.roles()));
            if (!proves(tx, person, shown)) {
                throw ProblemException.conflict("document-differs");
            }
            boolean taken = recovery.newPhone()
                    .flatMap(phone -> people.findByPhoneForUpdate(tx.sql(), recovery.tenant(), phone))
                    .filter(other -> other.registered() || !other.roles().isEmpty())
                    .isPresent();
            if (taken) {
                throw ProblemException.conflict("phone-taken");
            }
            if (recovery.state() == RecoveryState.ASKED) {
                store.approve(tx.sql(), recovery, caller.personId());
            }
            return getOpenForUpdate(tx, recoveryId);
        });
    }

    /** The owner, still with the old phone or a login, or staff says no. */
    public void refuse(Caller caller, UUID recoveryId) {
        work.run(tx -> {
            Recovery recovery = getOpenForUpdate(tx, recoveryId);
            Person person = getPerson(tx, recovery);
            boolean own = person.personId().equals(caller.personId());
            if (!own) {
                stopIf(RecoveryPolicy.refuseApproval(caller, person.tenant(), person.personId(), person.roles()));
            }
            store.close(tx.sql(), recovery, RecoveryState.REFUSED, Optional.of(caller.personId()));
            StandingFact fact = StandingFact.of(IdentityChange.RECOVERY_REFUSED);
            tell(
                    tx,
                    person,
                    own ? fact.because("OWNER") : fact.by(caller.personId()).because("STAFF"));
        });
    }

    private boolean proves(Tx tx, Person person, DocumentNumber number) {
        return (person.kyc() == KycLevel.DOCUMENT || person.kyc() == KycLevel.CONFIRMED)
                && documents
                        .find(tx.sql(), person.tenant(), person.personId())
                        .filter(paper -> paper.proves(number))
                        .isPresent();
    }

    private Recovery getOpenForUpdate(Tx tx, UUID recoveryId) {
        return store.findOpenForUpdate(tx.sql(), recoveryId)
                .orElseThrow(() -> ProblemException.notFound("no-such-recovery"));
    }

    private Person getPerson(Tx tx, Recovery recovery) {
        return people.findForUpdate(tx.sql(), recovery.tenant(), recovery.personId())
                .orElseThrow(() -> ProblemException.notFound("no-such-recovery"));
    }

    private void tell(Tx tx, Person person, StandingFact fact) {
        events.publish(tx, person.tenant(), person.personId(), fact.identified(person.kyc()));
    }

    private static void stopIf(Optional<RecoveryPolicy.Refusal> refusal) {
        refusal.ifPresent(because -> {
            throw switch (because) {
                case NO_SUCH_RECOVERY -> ProblemException.notFound(because.code());
                case FOUR_EYES, PERSON_ABOVE_CALLER -> ProblemException.forbidden(because.code());
            };
        });
    }
}
