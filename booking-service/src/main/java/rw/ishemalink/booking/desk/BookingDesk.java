package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.BookingQueries.Earlier;
import rw.ishemalink.booking.desk.store.BookingStore;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Change;
import rw.ishemalink.booking.lifecycle.Contact;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.quote.store.QuoteStore;
import rw.ishemalink.booking.quote.store.QuoteStore.Quoted;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Makes bookings. Invariant: one sync id of a sender is one booking, also for requests at the same moment: the unique
 * constraint decides who was first, and the others are given the first one's answer.
 */
@ApplicationScoped
public class BookingDesk {

    private static final int TRACKING_CODE_ATTEMPTS = 3;

    private final QuoteStore quotes;
    private final BookingStore bookings;
    private final BookingQueries queries;
    private final Transitions transitions;
    private final UnitOfWork unitOfWork;

    BookingDesk(
            QuoteStore quotes,
            BookingStore bookings,
            BookingQueries queries,
            Transitions transitions,
            UnitOfWork unitOfWork) {
        this.quotes = quotes;
        this.bookings = bookings;
        this.queries = queries;
        this.transitions = transitions;
        this.unitOfWork = unitOfWork;
    }

    /** Books a quote, or gives the first answer again if that was done before under the same sync id. */
    public Booked book(Caller caller, NewBooking wish) {
        return unitOfWork.call(tx -> book(tx, caller, wish));
    }

    /** The same within a transaction of the caller's. */
    public Booked book(Tx tx, Caller caller, NewBooking wish) {
        Optional<Quoted> quote = quotes.find(tx.sql(), caller.tenant(), caller.personId(), wish.quoteId());
        if (quote.isEmpty() || !quote.get().valid()) {
            return findFirstAnswer(tx, caller, wish)
                    .orElseThrow(() -> quote.isEmpty() ? notFound("no-such-quote") : conflict("quote-expired"));
        }
        for (int attempt = 1; attempt <= TRACKING_CODE_ATTEMPTS; attempt++) {
            Booking draft = Booking.draft(order(caller, wish, quote.get().terms()));
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
        boolean inserted = bookings.insert(tx.sql(), draft, wish.quoteId(), fingerprint, created);
        if (inserted) {
            transitions.publish(tx, draft, created, null);
        }
        return inserted;
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

    private static Order order(Caller caller, NewBooking wish, Terms terms) {
        if (terms.kind() == BookingKind.CARGO_INTERNATIONAL && wish.consignee() == null) {
            throw badRequest("consignee-needed");
        }
        String phone = caller.phone().orElseThrow(() -> badRequest("phone-needed"));
        return new Order(
                TimeOrderedId.next(),
                caller.tenant(),
                TrackingCode.next(),
                new Contact(caller.personId(), phone, caller.email().orElse(null), caller.language()),
                wish.payerPhone() == null ? phone : wish.payerPhone(),
                terms,
                terms.kind() == BookingKind.CARGO_INTERNATIONAL ? wish.consignee() : null,
                wish.declaredValueRwf(),
                terms.kind() == BookingKind.RIDE ? null : wish.receiver(),
                wish.scheduledFor(),
                wish.syncId(),
                wish.offlineCreated(),
                Transitions.now());
    }
}
