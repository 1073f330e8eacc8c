package rw.ishemalink.payment.outbound.airtel;

import java.util.UUID;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.AirtelConfig;

/** The bodies of Airtel's orders; amounts are numbers, whole francs. */
final class Orders {

    private static final int MAX_REFERENCE = 64;
    private static final String TO_A_PERSON = "B2C";

    private Orders() {}

    record Collection(String reference, Subscriber subscriber, Transaction transaction) {}

    record Subscriber(String country, String currency, String msisdn) {}

    record Transaction(long amount, String country, String currency, String id) {}

    record Refund(Refunded transaction) {}

    record Refunded(String airtel_money_id) {}

    record Disbursement(Payee payee, String reference, String pin, Payment transaction) {}

    record Payee(String msisdn, String currency) {}

    record Payment(long amount, String id, String type) {}

    static Collection collection(UUID reference, String msisdn, Terms terms, AirtelConfig account) {
        return new Collection(
                alphanumeric(terms.trackingCode()),
                new Subscriber(account.country(), account.currency(), msisdn),
                new Transaction(
                        terms.amount().total(), account.country(), account.currency(), TransactionId.of(reference)));
    }

    static Refund refund(String airtelMoneyId) {
        return new Refund(new Refunded(airtelMoneyId));
    }

    static Disbursement disbursement(
            UUID reference, String msisdn, Payout order, String encryptedPin, AirtelConfig account) {
        return new Disbursement(
                new Payee(msisdn, account.currency()),
                TransactionId.of(reference),
                encryptedPin,
                new Payment(order.amountRwf(), TransactionId.of(reference), TO_A_PERSON));
    }

    /** A reference has 4 to 64 letters and digits, nothing else. */
    private static String alphanumeric(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]", "");
        return plain.length() <= MAX_REFERENCE ? plain : plain.substring(0, MAX_REFERENCE);
    }
}
