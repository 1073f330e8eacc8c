package rw.ishemalink.payment.outbound.mtn;

import java.util.UUID;
import rw.ishemalink.payment.collecting.Terms;

/** The bodies of MTN's orders; amounts are whole francs as text. */
final class Orders {

    private Orders() {}

    record Party(String partyIdType, String partyId) {}

    record RequestToPay(
            String amount, String currency, String externalId, Party payer, String payerMessage, String payeeNote) {}

    record Refund(
            String amount,
            String currency,
            String externalId,
            String payerMessage,
            String payeeNote,
            String referenceIdToRefund) {}

    static RequestToPay requestToPay(Terms terms, String currency) {
        return new RequestToPay(
                Long.toString(terms.amount().total()),
                currency,
                terms.bookingId().toString(),
                new Party("MSISDN", terms.payer().digits()),
                PlainText.of("IshemaLink " + terms.trackingCode()),
                PlainText.of("Booking " + terms.trackingCode()));
    }

    static Refund refund(Terms terms, String currency, UUID collection) {
        return new Refund(
                Long.toString(terms.amount().total()),
                currency,
                terms.bookingId().toString(),
                PlainText.of("IshemaLink refund " + terms.trackingCode()),
                PlainText.of("Refund " + terms.trackingCode()),
                collection.toString());
    }
}
