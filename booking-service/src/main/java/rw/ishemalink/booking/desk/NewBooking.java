package rw.ishemalink.booking.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Receiver;

/**
 * What a sender wants to book.
 *
 * @param payerPhone who pays; null: the sender
 * @param consignee who receives an export; null otherwise
 * @param declaredValueRwf what the goods are worth; null where nothing is declared
 * @param receiver who takes the goods; null where nobody is named
 * @param scheduledFor when the pick-up is wished for; null: as soon as can be
 * @param syncId the client's key of this action: sent again, it gives the first answer; null: none
 * @param offlineCreated whether it was made without network
 */
public record NewBooking(
        UUID quoteId,
        @Nullable String payerPhone,
        @Nullable Consignee consignee,
        @Nullable Long declaredValueRwf,
        @Nullable Receiver receiver,
        @Nullable Instant scheduledFor,
        @Nullable UUID syncId,
        boolean offlineCreated) {

    /** The same, made without network under that sync id. */
    public NewBooking offline(UUID madeUnder) {
        return new NewBooking(
                quoteId, payerPhone, consignee, declaredValueRwf, receiver, scheduledFor, madeUnder, true);
    }
}
