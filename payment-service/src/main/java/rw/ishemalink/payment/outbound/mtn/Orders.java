package rw.ishemalink.payment.outbound.mtn;

import java.util.UUID;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Terms;

/** The bodies of MTN's orders; amounts are whole francs as text. */
final class Orders {

    private Orders() {}

    record Party(String partyIdType, String partyId) {

        /** Personal data: this text could reach logs. */
        @Override
        public String toString() {
            return "Party[" + partyIdType + "]";
        }
    }

    record RequestToPay(
            String amount, String currency, String externalId, Party payer, String payerMessage, String payeeNote) {}

    record Transfer(
            String amount, String currency, String externalId, Party payee, String payerMessage, String payeeNote) {}

    record Refund(
            String amount,
            String currency,
            String externalId,
            String payerMessage,
            String payeeNote,
            String referenceIdToRefund) {}

    static RequestToPay requestToPay(Msisdn payer, Terms terms, String currency) {
        return new RequestToPay(
                Long.toString(terms.amount().total()),
                currency,
                terms.bookingId().toString(),
                new Party("MSISDN", payer.digits()),
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

    static Transfer transfer(UUID reference, Payout order, String currency) {
        String note = PlainText.of(order.note());
        return new Transfer(
                Long.toString(order.amountRwf()),
                currency,
                reference.toString(),
                new Party("MSISDN", order.phone().digits()),
                note,
                note);
    }
}
