package rw.ishemalink.identity.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.login.Login;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.privacy.PersonRequest.Part;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.privacy.PrivacyRequest;

/** What people ask for: told to every service, and done when all have answered. */
@Singleton
public class PersonRequests {

    static final String OWN = "identity-service";

    private final UnitOfWork work;
    private final PersonRequestStore store;
    private final People people;
    private final Login login;

    PersonRequests(UnitOfWork work, PersonRequestStore store, People people, Login login) {
        this.work = work;
        this.store = store;
        this.people = people;
        this.login = login;
    }

    /**
     * Opens a wish of the caller, or answers the one that is open. To be forgotten cannot be taken back, so it takes a
     * one-time code as well.
     */
    public PersonRequest open(Caller caller, Wish wish, @Nullable String code) {
        if (wish == Wish.ERASE && code == null) {
            throw ProblemException.badRequest("code-missing");
        }
        return work.call(tx -> findOrOpen(tx, caller, wish, code))
                .orElseThrow(() -> ProblemException.badRequest("code-refused"));
    }

    /** The caller's own wish. */
    public PersonRequest get(Caller caller, UUID requestId) {
        return work.read(sql -> store.find(sql, requestId))
                .filter(it ->
                        it.personId().equals(caller.personId()) && it.tenant().equals(caller.tenant()))
                .orElseThrow(() -> ProblemException.notFound("no-such-request"));
    }

    /** A service's answer; one to a wish that is not known says nothing. */
    public void answer(Tx tx, UUID requestId, Part part, Instant at) {
        if (store.findForUpdate(tx.sql(), requestId).isEmpty()) {
            return;
        }
        store.answer(tx.sql(), requestId, part, at);
        PersonRequest after = store.find(tx.sql(), requestId).orElseThrow();
        if (after.isDone()) {
            store.done(tx.sql(), requestId);
        } else if (after.isDoneBut(OWN)) {
            store.wakeOwnPart(tx.sql(), requestId);
        }
    }

    /** Tells all again of one wish that is open for long; those who are done answer again. False when there is none. */
    boolean remindOne() {
        return work.call(tx -> {
            Optional<PersonRequestStore.Reminder> due = store.remindOne(tx.sql());
            due.ifPresent(it -> tell(tx, it.request(), it.number()));
            return due.isPresent();
        });
    }

    private Optional<PersonRequest> findOrOpen(Tx tx, Caller caller, Wish wish, @Nullable String code) {
        Person person = people.find(tx.sql(), caller.tenant(), caller.personId())
                .flatMap(it -> people.findByPhoneForUpdate(tx.sql(), it.tenant(), it.phone()))
                .orElseThrow(() -> ProblemException.notFound("no-such-person"));
        if (code != null && wish == Wish.ERASE && !login.redeem(tx, person, code)) {
            return Optional.empty();
        }
        store.open(tx.sql(), person.tenant(), person.personId(), wish)
                .flatMap(requestId -> store.find(tx.sql(), requestId))
                .ifPresent(opened -> tell(tx, opened, 1));
        return store.findOpen(tx.sql(), person.personId(), wish);
    }

    private static void tell(Tx tx, PersonRequest request, long number) {
        tx.publish(
                Topics.PRIVACY_REQUESTS,
                request.personId(),
                PrivacyRequest.newBuilder()
                        .setMetadata(tx.metadata(request.tenant(), number))
                        .setRequestId(request.requestId())
                        .setPersonId(request.personId())
                        .setWish(request.wish().toEvent())
                        .build());
    }
}
