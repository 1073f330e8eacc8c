package rw.ishemalink.notification.keyword;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.schemas.Language;

/**
 * A booking, as far as people ask for it.
 *
 * @param status by its name in the contract
 * @param language of the sender
 */
public record TrackedBooking(
        UUID bookingId,
        String tenant,
        String trackingCode,
        String status,
        UUID senderId,
        Language language,
        String senderPhone,
        String payerPhone,
        Optional<String> receiverPhone) {

    /** Never the phones: this text could reach logs. */
    @Override
    public String toString() {
        return "TrackedBooking[" + bookingId + ", " + status + "]";
    }
}
