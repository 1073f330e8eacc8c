package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Revision.Part;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Contact;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Makes orders out of what senders ask for. Invariant: exports have a consignee and rides no receiver. */
final class Orders {

    private Orders() {}

    /** A new order on those terms. */
    static Order of(Caller caller, NewBooking wish, Terms terms, Instant now) {
        String phone = caller.phone().orElseThrow(() -> badRequest("phone-needed"));
        return new Order(
                TimeOrderedId.next(),
                caller.tenant(),
                TrackingCode.next(),
                new Contact(caller.personId(), phone, caller.email().orElse(null), caller.language()),
                wish.payerPhone() == null ? phone : wish.payerPhone(),
                terms,
                consignee(terms, wish.consignee()),
                wish.declaredValueRwf(),
                receiver(terms, wish.receiver()),
                wish.buyer(),
                Schedule.at(wish.scheduledFor(), wish.offlineCreated(), now),
                wish.syncId(),
                wish.offlineCreated(),
                now);
    }

    /** The order as the sender wants it now, on those terms. */
    static Order revised(Order order, Revision revision, Terms terms, Instant now) {
        Instant scheduledFor = Schedule.at(revision.scheduledFor(), false, now);
        return new Order(
                order.bookingId(),
                order.tenant(),
                order.trackingCode(),
                order.sender(),
                revision.payerPhone() == null ? order.payerPhone() : revision.payerPhone(),
                terms,
                consignee(terms, revision.consignee() == null ? order.consignee() : revision.consignee()),
                revision.keep(Part.DECLARED_VALUE, revision.declaredValueRwf(), order.declaredValueRwf()),
                receiver(terms, revision.keep(Part.RECEIVER, revision.receiver(), order.receiver())),
                revision.keep(Part.BUYER, revision.buyer(), order.buyer()),
                revision.keep(Part.SCHEDULED_FOR, scheduledFor, order.scheduledFor()),
                order.syncId(),
                order.offlineCreated(),
                order.createdAt());
    }

    private static @Nullable Consignee consignee(Terms terms, @Nullable Consignee named) {
        if (terms.kind() != BookingKind.CARGO_INTERNATIONAL) {
            return null;
        }
        if (named == null) {
            throw badRequest("consignee-needed");
        }
        return named;
    }

    private static @Nullable Receiver receiver(Terms terms, @Nullable Receiver named) {
        return terms.kind() == BookingKind.RIDE ? null : named;
    }
}
