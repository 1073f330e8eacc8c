package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.BookingQueries.Earlier;
import rw.ishemalink.booking.desk.store.BookingStore;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Change;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.OutboxRow;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Makes bookings. Invariant: one sync id of a sender is one booking, also for requests at the same moment: the unique
 * constraint decides who was first, and the others are given the first one's answer.
 */
@ApplicationScoped
public class BookingDesk {

    private static final int TRACKING_CODE_ATTEMPTS = 3;

    private final AgreedTerms terms;
    private final BookingStore bookings;
    private final BookingQueries queries;
    private final UnitOfWork unitOfWork;

    BookingDesk(AgreedTerms terms, BookingStore bookings, BookingQueries queries, UnitOfWork unitOfWork) {
        this.terms = terms;
        this.bookings = bookings;
        this.queries = queries;
        this.unitOfWork = unitOfWork;
    }

    /** Books what is wished for, or gives the first answer again if that was done before under the same sync id. */
    public Booked book(Caller caller, NewBooking wish) {
        terms.keepUpToDate();
        return unitOfWork.callStatement(tx -> book(tx, caller, wish));
    }

    /** The same in the transaction of the one who asks. */
    public Booked book(Tx tx, Caller caller, NewBooking wish) {
        try {
            return bookAnew(tx, caller, wish);
        } catch (ProblemException refused) {
            // The quote has expired, the time wished for has passed: what was booked before that stays booked.
            return findFirstAnswer(tx, caller, wish).orElseThrow(() -> refused);
        }
    }

    private Booked bookAnew(Tx tx, Caller caller, NewBooking wish) {
        Terms agreed = terms.get(tx.sql(), caller, wish.quoteId(), wish.journey());
        for (int attempt = 1; attempt <= TRACKING_CODE_ATTEMPTS; attempt++) {
            Booking draft = Booking.draft(Orders.of(caller, wish, agreed, Transitions.now()));
            if (insert(tx, draft, wish)) {
                return new Booked(draft, false);
            }
            Optional<Booked> first = findFirstAnswer(tx, caller, wish);
            if (first.isPresent()) {
                return first.get();
            }
        }
        throw new IllegalStateException("no free tracking code found");
    }

    private boolean insert(Tx tx, Booking draft, NewBooking wish) {
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
        OutboxRow told = Transitions.event(tx, draft, created, null);
        return bookings.insert(tx.sql(), draft, wish.quoteId(), fingerprint, created, told);
    }

    private Optional<Booked> findFirstAnswer(Tx tx, Caller caller, NewBooking wish) {
        if (wish.syncId() == null) {
            return Optional.empty();
        }
        Optional<Earlier> earlier = queries.findBySyncId(tx.sql(), caller.tenant(), caller.personId(), wish.syncId());
        earlier.filter(first -> !first.fingerprint().equals(Fingerprint.of(wish)))
                .ifPresent(_ -> {
                    throw conflict("sync-id-reused");
                });
        return earlier.map(first -> new Booked(Booking.draft(first.booking().order()), true));
    }
}
