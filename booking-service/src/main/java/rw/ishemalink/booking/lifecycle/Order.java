package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Terms;

/**
 * What was booked, by whom and when: the part of a booking that never changes.
 *
 * @param trackingCode ISH- and 8 characters of Crockford base 32
 * @param payerPhone the number that is asked to pay, +2507XXXXXXXX
 * @param consignee who receives an export; null unless CARGO_INTERNATIONAL
 * @param declaredValueRwf what the sender says the goods are worth; null where nothing was declared
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
        @Nullable UUID syncId,
        boolean offlineCreated,
        Instant createdAt) {

    public BookingKind kind() {
        return terms.kind();
    }

    /** Never the payer's phone: this text reaches logs. */
    @Override
    public String toString() {
        return "Order[" + bookingId + ", " + tenant + ", " + kind() + "]";
    }
}
