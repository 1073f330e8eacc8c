package rw.ishemalink.identity.kyc;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.deadline.Deadline;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.KycLevel;

/** PHONE by logging in, DOCUMENT once staff saw the paper, CONFIRMED by the platform; back to PHONE with a new or lapsed paper. */
@Singleton
public class Identification implements Deadline {

    private final UnitOfWork work;
    private final People people;
    private final DocumentStore documents;
    private final StandingEvents events;

    Identification(UnitOfWork work, People people, DocumentStore documents, StandingEvents events) {
        this.work = work;
        this.people = people;
        this.documents = documents;
        this.events = events;
    }

    /** The caller's own document. */
    public IdentityDocument get(Caller caller) {
        return work.read(sql -> documents.find(sql, caller.tenant(), caller.personId()))
                .orElseThrow(() -> ProblemException.notFound("no-such-document"));
    }

    /** The caller names a document; the same one again changes nothing. */
    public IdentityDocument give(
            Caller caller, IdentityDocumentKind kind, DocumentNumber number, LocalDate validUntil) {
        return work.call(tx -> {
            Person person = people.findForUpdate(tx.sql(), caller.tenant(), caller.personId())
                    .orElseThrow(() -> ProblemException.notFound("no-such-person"));
            boolean same = find(tx, person)
                    .filter(it -> it.is(kind, number) && it.validUntil().equals(validUntil))
                    .isPresent();
            if (!same) {
                documents.replace(tx.sql(), person, kind, number, validUntil);
                move(
                        tx,
                        person,
                        KycLevel.PHONE,
                        StandingFact.of(IdentityChange.KYC_CHANGED).because("NEW_DOCUMENT"));
            }
            IdentityDocument given = find(tx, person).orElseThrow();
            if (given.over()) {
                throw ProblemException.badRequest("document-over");
            }
            return given;
        });
    }

    /** Staff saw the paper and says what stands on it; 409 when nobody with that phone named it. */
    public Person see(Caller caller, Phone phone, IdentityDocumentKind kind, DocumentNumber number) {
        return work.call(tx -> {
            Person person = people.findByPhoneForUpdate(tx.sql(), caller.tenant(), phone)
                    .filter(it ->
                            find(tx, it).filter(paper -> paper.is(kind, number)).isPresent())
                    .orElseThrow(() -> ProblemException.conflict("document-differs"));
            if (person.personId().equals(caller.personId())) {
                throw ProblemException.forbidden("four-eyes");
            }
            if (person.kyc() == KycLevel.PHONE) {
                documents.see(tx.sql(), person, caller.personId());
                move(
                        tx,
                        person,
                        KycLevel.DOCUMENT,
                        StandingFact.of(IdentityChange.KYC_CHANGED).by(caller.personId()));
            }
            return people.find(tx.sql(), person.tenant(), person.personId()).orElseThrow();
        });
    }

    /** The platform confirms what staff saw. */
    public Person confirm(Caller caller, UUID personId) {
        return work.call(tx -> {
            Person person = people.findInAnyTenantForUpdate(tx.sql(), personId)
                    .orElseThrow(() -> ProblemException.notFound("no-such-person"));
            IdentityDocument paper = find(tx, person)
                    .filter(it -> !it.over())
                    .orElseThrow(() -> ProblemException.notFound("no-such-document"));
            UUID seenBy = paper.seenBy().orElseThrow(() -> ProblemException.conflict("document-not-seen"));
            if (seenBy.equals(caller.personId()) || personId.equals(caller.personId())) {
                throw ProblemException.forbidden("four-eyes");
            }
            if (person.kyc() == KycLevel.DOCUMENT) {
                documents.confirm(tx.sql(), person, caller.personId());
                move(
                        tx,
                        person,
                        KycLevel.CONFIRMED,
                        StandingFact.of(IdentityChange.KYC_CHANGED).by(caller.personId()));
            }
            return people.find(tx.sql(), person.tenant(), personId).orElseThrow();
        });
    }

    /** A paper that is over identifies nobody. */
    @Override
    public boolean meetOne() {
        return work.call(tx -> {
            Optional<Person> lapsed = documents
                    .findLapsed(tx.sql())
                    .flatMap(personId -> people.findInAnyTenantForUpdate(tx.sql(), personId));
            lapsed.ifPresent(person -> move(
                    tx,
                    person,
                    KycLevel.PHONE,
                    StandingFact.of(IdentityChange.KYC_CHANGED).because("DOCUMENT_OVER")));
            return lapsed.isPresent();
        });
    }

    private Optional<IdentityDocument> find(Tx tx, Person person) {
        return documents.find(tx.sql(), person.tenant(), person.personId());
    }

    private void move(Tx tx, Person person, KycLevel level, StandingFact fact) {
        if (person.kyc() != level) {
            people.identify(tx.sql(), person, level);
            events.publish(tx, person.tenant(), person.personId(), fact.identified(level));
        }
    }
}
