package rw.ishemalink.notification.ussd;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking, as far as a small screen shows it.
 *
 * @param from what people call the place
 * @param francs whole francs
 * @param plate of the vehicle that moves it, once one does
 * @param payer who is asked to pay, +2507XXXXXXXX, where it was just booked; null: not known here
 */
public record Shipment(
        UUID bookingId,
        String trackingCode,
        String from,
        String to,
        ShipmentStatus status,
        long francs,
        @Nullable String plate,
        @Nullable String payer) {

    Shipment paidBy(String phone) {
        return new Shipment(bookingId, trackingCode, from, to, status, francs, plate, phone);
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Shipment[" + trackingCode + ", " + status + "]";
    }
}
