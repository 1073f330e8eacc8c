package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Terms;

/**
 * What was booked, by whom and when. The sender may edit it while it is a draft; after that it never changes.
 *
 * @param trackingCode ISH- and 8 characters of Crockford base 32
 * @param payerPhone the number that is asked to pay, +2507XXXXXXXX
 * @param consignee who receives an export; null unless CARGO_INTERNATIONAL
 * @param declaredValueRwf what the sender says the goods are worth; null where nothing was declared
 * @param receiver who takes the goods; null where nobody is named, and for rides
 * @param buyer the taxpayer that buys; null where none was named
 * @param scheduledFor when the pick-up is wished for; null: as soon as can be
 * @param syncId the client's key of the action; null when it gave none
 * @param offlineCreated whether the client made it without network
 */
public record Order(
        UUID bookingId,
        String tenant,
        String trackingCode,
        Contact sender,
        String payerPhone,
        Terms terms,
        @Nullable Consignee consignee,
        @Nullable Long declaredValueRwf,
        @Nullable Receiver receiver,
        @Nullable Buyer buyer,
        @Nullable Instant scheduledFor,
        @Nullable UUID syncId,
        boolean offlineCreated,
        Instant createdAt) {

    public BookingKind kind() {
        return terms.kind();
    }

    /** Whether the pick-up is wished for only after that. */
    boolean isScheduledAfter(Instant time) {
        return scheduledFor != null && scheduledFor.isAfter(time);
    }

    /** What the sender may edit, taken from the other; who, when and by which names it is known stay. */
    Order editedTo(Order to) {
        return new Order(
                bookingId,
                tenant,
                trackingCode,
                sender,
                to.payerPhone,
                to.terms,
                to.consignee,
                to.declaredValueRwf,
                to.receiver,
                to.buyer,
                to.scheduledFor,
                syncId,
                offlineCreated,
                createdAt);
    }

    /** Never the payer's phone: this text reaches logs. */
    @Override
    public String toString() {
        return "Order[" + bookingId + ", " + tenant + ", " + kind() + "]";
    }
}
