package rw.ishemalink.notification.ussd;

import java.util.UUID;

/** What the menu wants of the API, as the person who dials. Each may be asked again and then changes nothing more. */
public sealed interface ApiCall {

    /** What the journey costs. */
    record Quote(Draft draft) implements ApiCall {}

    /**
     * Book at that price.
     *
     * @param syncId the same for the same offer, so that a repeat books once
     */
    record Book(Draft draft, Offer offer, String receiver, UUID syncId) implements ApiCall {

        /** Never the phone: this text could reach logs. */
        @Override
        public String toString() {
            return "Book[" + draft + ", " + offer + "]";
        }
    }

    /**
     * Have the money asked for.
     *
     * @param payer whose wallet, +2507XXXXXXXX
     */
    record Pay(Shipment shipment, String payer) implements ApiCall {

        /** Never the phone: this text could reach logs. */
        @Override
        public String toString() {
            return "Pay[" + shipment + "]";
        }
    }

    /** The newest of the person's bookings. */
    record ListShipments(Purpose purpose) implements ApiCall {}

    /** The booking of that code, if the person may see it. */
    record FindShipment(String trackingCode) implements ApiCall {}
}
