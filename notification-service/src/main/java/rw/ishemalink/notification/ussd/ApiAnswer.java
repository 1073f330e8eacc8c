package rw.ishemalink.notification.ussd;

import java.util.List;

/** What came of a call of the API. */
public sealed interface ApiAnswer {

    /** The price. */
    record Priced(Offer offer) implements ApiAnswer {}

    /** The booking is made, now or before. */
    record Booked(Shipment shipment) implements ApiAnswer {}

    /** The payer is being asked. */
    record Prompting() implements ApiAnswer {}

    /** Bookings, newest first. */
    record Shipments(List<Shipment> shipments) implements ApiAnswer {

        public Shipments {
            shipments = List.copyOf(shipments);
        }
    }

    /** It cannot be done, and why. */
    record Refused(Notice because) implements ApiAnswer {}
}
