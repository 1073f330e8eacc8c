package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rw.ishemalink.booking.desk.store.Access;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.BookingStore;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Edits drafts. Invariant: what is confirmed is not edited: the booking's row is locked while it is decided. */
@ApplicationScoped
public class DraftDesk {

    private final BookingQueries queries;
    private final BookingStore bookings;
    private final AgreedTerms terms;
    private final Transitions transitions;
    private final UnitOfWork unitOfWork;

    DraftDesk(
            BookingQueries queries,
            BookingStore bookings,
            AgreedTerms terms,
            Transitions transitions,
            UnitOfWork unitOfWork) {
        this.queries = queries;
        this.bookings = bookings;
        this.terms = terms;
        this.transitions = transitions;
        this.unitOfWork = unitOfWork;
    }

    /** The draft with the changes; one that changes nothing, like a request that is sent again, leaves no trace. */
    public Booking edit(Caller caller, UUID bookingId, Revision revision) {
        return unitOfWork.call(tx -> edit(tx, caller, bookingId, revision));
    }

    private Booking edit(Tx tx, Caller caller, UUID bookingId, Revision revision) {
        Booking before = queries.findForUpdate(tx.sql(), caller.tenant(), bookingId)
                .filter(Visibility.of(caller)::includes)
                .orElseThrow(() -> notFound("no-such-booking"));
        boolean own = before.order().sender().personId().equals(caller.personId());
        boolean editable = own && before.status() == BookingStatus.DRAFT;
        Order to = editable ? revised(tx, caller, before.order(), revision) : before.order();
        if (editable && to.equals(before.order())) {
            return before;
        }
        Booking edited = transitions.act(tx, before, new Edit(to), caller).getBooking();
        bookings.rewrite(tx.sql(), to);
        if (revision.isRepriced()) {
            bookings.requote(tx.sql(), to, revision.quoteId());
        }
        return edited;
    }

    private Order revised(Tx tx, Caller caller, Order order, Revision revision) {
        Terms agreed = revision.isRepriced()
                ? terms.get(new Access.Inside(tx), caller, revision.quoteId(), revision.journey())
                : order.terms();
        return Orders.revised(order, revision, agreed, Transitions.now());
    }
}
