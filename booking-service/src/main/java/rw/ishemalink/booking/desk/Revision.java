package rw.ishemalink.booking.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.quote.api.QuoteRequest;

/**
 * What a sender changes of a draft; what is null stays. Of quote and journey at most one is given.
 *
 * @param quoteId the quote whose terms the booking takes on
 * @param journey the journey that it takes on, at today's price
 * @param dropped what it shall have no more
 */
public record Revision(
        @Nullable UUID quoteId,
        @Nullable QuoteRequest journey,
        @Nullable String payerPhone,
        @Nullable Consignee consignee,
        @Nullable Long declaredValueRwf,
        @Nullable Receiver receiver,
        @Nullable Buyer buyer,
        @Nullable Instant scheduledFor,
        Set<Part> dropped) {

    /** What a booking may do without. */
    public enum Part {
        RECEIVER,
        BUYER,
        DECLARED_VALUE,
        SCHEDULED_FOR
    }

    public Revision {
        dropped = Set.copyOf(dropped);
        if (quoteId != null && journey != null) {
            throw new IllegalArgumentException("a quote or a journey, not both");
        }
    }

    boolean isRepriced() {
        return quoteId != null || journey != null;
    }

    /** What is given; else what was there before, unless it is dropped. */
    <T> @Nullable T keep(Part part, @Nullable T given, @Nullable T before) {
        if (given != null) {
            return given;
        }
        return dropped.contains(part) ? null : before;
    }
}
