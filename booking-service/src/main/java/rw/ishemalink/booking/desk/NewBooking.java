package rw.ishemalink.booking.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.quote.api.QuoteRequest;

/**
 * What a sender wants to book: a quote, or a journey at today's price.
 *
 * @param quoteId the quote; null exactly if there is a journey
 * @param journey what shall be priced now; null exactly if there is a quote
 * @param payerPhone who pays; null: the sender
 * @param consignee who receives an export; null otherwise
 * @param declaredValueRwf what the goods are worth; null where nothing is declared
 * @param receiver who takes the goods; null where nobody is named
 * @param buyer the taxpayer that buys; null where none is named
 * @param scheduledFor when the pick-up is wished for; null: as soon as can be
 * @param syncId the client's key of this action: sent again, it gives the first answer; null: none
 * @param offlineCreated whether it was made without network
 */
public record NewBooking(
        @Nullable UUID quoteId,
        @Nullable QuoteRequest journey,
        @Nullable String payerPhone,
        @Nullable Consignee consignee,
        @Nullable Long declaredValueRwf,
        @Nullable Receiver receiver,
        @Nullable Buyer buyer,
        @Nullable Instant scheduledFor,
        @Nullable UUID syncId,
        boolean offlineCreated) {

    public NewBooking {
        if ((quoteId == null) == (journey == null)) {
            throw new IllegalArgumentException("either a quote or a journey");
        }
    }

    /** The same under that sync id, made without network or not. */
    public NewBooking under(UUID madeUnder, boolean offline) {
        return new NewBooking(
                quoteId,
                journey,
                payerPhone,
                consignee,
                declaredValueRwf,
                receiver,
                buyer,
                scheduledFor,
                madeUnder,
                offline);
    }
}
