package rw.ishemalink.booking.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Consignee;

/**
 * What a sender wants to book.
 *
 * @param payerPhone who pays; null: the sender
 * @param consignee who receives an export; null otherwise
 * @param declaredValueRwf what the goods are worth; null where nothing is declared
 * @param syncId the client's key of this action: sent again, it gives the first answer; null: none
 * @param offlineCreated whether it was made without network
 */
public record NewBooking(
        UUID quoteId,
        @Nullable String payerPhone,
        @Nullable Consignee consignee,
        @Nullable Long declaredValueRwf,
        @Nullable UUID syncId,
        boolean offlineCreated) {}
