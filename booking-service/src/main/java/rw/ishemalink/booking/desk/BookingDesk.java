package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import rw.ishemalink.booking.desk.store.Access;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.BookingQueries.Earlier;
import rw.ishemalink.booking.desk.store.BookingSeal;
import rw.ishemalink.booking.desk.store.Creation;
import rw.ishemalink.booking.desk.store.Creations;
import rw.ishemalink.booking.desk.store.Forgotten;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Change;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.GroupCommit;
import rw.ishemalink.kit.outbox.OutboxRow;
import rw.ishemalink.kit.outbox.OutboxRows;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Topics;

/**
 * Makes bookings. Invariant: one sync id of a sender is one booking, also for requests at the same moment: the unique
 * constraint decides who was first, and the others are given the first one's answer.
 */
@ApplicationScoped
public class BookingDesk {

    private static final int TRACKING_CODE_ATTEMPTS = 3;

    private final AgreedTerms terms;
    private final BookingQueries queries;
    private final OutboxRows outbox;
    private final BookingSeal seal;
    private final GroupCommit<Creation, Boolean> creations;
    private final Access shared;

    BookingDesk(AgreedTerms terms, BookingQueries queries, OutboxRows outbox, BookingSeal seal, UnitOfWork unitOfWork) {
        this.terms = terms;
        this.queries = queries;
        this.outbox = outbox;
        this.seal = seal;
        this.creations = unitOfWork.groupCommit("creations", Creations::insert);
        this.shared = new Access.Shared(unitOfWork, creations);
    }

    @PreDestroy
    void close() {
        creations.close();
    }

    /** Books what is wished for, or gives the first answer again if that was done before under the same sync id. */
    public Booked book(Caller caller, NewBooking wish) {
        terms.keepUpToDate();
        return book(shared, caller, wish);
    }

    /** The same in the transaction of the one who asks. */
    public Booked book(Tx tx, Caller caller, NewBooking wish) {
        return book(new Access.Inside(tx), caller, wish);
    }

    private Booked book(Access access, Caller caller, NewBooking wish) {
        try {
            return bookAnew(access, caller, wish);
        } catch (UnableToExecuteStatementException e) {
            throw Forgotten.isSenderOf(e) ? forbidden("person-forgotten") : e;
        } catch (ProblemException refused) {
            // The quote has expired, the time wished for has passed: what was booked before that stays booked.
            return findFirstAnswer(access, caller, wish).orElseThrow(() -> refused);
        }
    }

    private Booked bookAnew(Access access, Caller caller, NewBooking wish) {
        Terms agreed = terms.get(access, caller, wish.quoteId(), wish.journey());
        for (int attempt = 1; attempt <= TRACKING_CODE_ATTEMPTS; attempt++) {
            Booking draft = Booking.draft(Orders.of(caller, wish, agreed, Transitions.now()));
            if (access.insert(creation(draft, wish))) {
                return new Booked(draft, false);
            }
            Optional<Booked> first = findFirstAnswer(access, caller, wish);
            if (first.isPresent()) {
                return first.get();
            }
        }
        throw new IllegalStateException("no free tracking code found");
    }

    private Creation creation(Booking draft, NewBooking wish) {
        Order order = draft.order();
        Transition created = new Transition(
                draft.version(),
                Change.CREATED,
                null,
                draft.status(),
                order.sender().personId(),
                Role.Names.SENDER,
                null,
                order.createdAt());
        String fingerprint = wish.syncId() == null ? null : Fingerprint.of(wish);
        var event = BookingEvents.of(outbox.metadata(order.tenant(), draft.version()), created, draft, null);
        OutboxRow told = outbox.row(Topics.BOOKING_EVENTS, order.bookingId(), event);
        return new Creation(draft, seal.seal(order), wish.quoteId(), fingerprint, created, told);
    }

    private Optional<Booked> findFirstAnswer(Access access, Caller caller, NewBooking wish) {
        UUID syncId = wish.syncId();
        if (syncId == null) {
            return Optional.empty();
        }
        Optional<Earlier> earlier =
                access.read(sql -> queries.findBySyncId(sql, caller.tenant(), caller.personId(), syncId));
        earlier.filter(first -> !first.fingerprint().equals(Fingerprint.of(wish)))
                .ifPresent(_ -> {
                    throw conflict("sync-id-reused");
                });
        return earlier.map(first -> new Booked(Booking.draft(first.booking().order()), true));
    }
}
