package rw.ishemalink.payment.ledger;

import static rw.ishemalink.payment.ledger.Account.REFUNDS_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.REVENUE;
import static rw.ishemalink.payment.ledger.Account.VAT_PAYABLE;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/** Which entries a movement of money makes. Amounts in whole francs; prices include VAT (total × 18/118 for class B). */
public final class Postings {

    private Postings() {}

    /** A price was paid: the provider holds it, we earned the net and owe the VAT. */
    public static Transfer collected(UUID reference, Account clearing, long total, long vat) {
        return new Transfer(
                Kind.COLLECTED,
                reference,
                withoutVatLineIfExempt(debit(clearing, total), credit(REVENUE, total - vat), vat, Entry.Side.CREDIT));
    }

    /** Money came that cannot be kept: the provider holds it, and we owe it back. */
    public static Transfer collectedLate(UUID reference, Account clearing, long total) {
        return new Transfer(
                Kind.COLLECTED_LATE, reference, List.of(debit(clearing, total), credit(REFUNDS_PAYABLE, total)));
    }

    /** A paid booking ended: the sale is reversed, and we owe the price back. */
    public static Transfer refundOwed(UUID reference, long total, long vat) {
        return new Transfer(
                Kind.REFUND_OWED,
                reference,
                withoutVatLineIfExempt(
                        debit(REVENUE, total - vat), credit(REFUNDS_PAYABLE, total), vat, Entry.Side.DEBIT));
    }

    /** What was owed back reached the payer. */
    public static Transfer refundPaid(UUID reference, Account clearing, long total) {
        return new Transfer(
                Kind.REFUND_PAID, reference, List.of(debit(REFUNDS_PAYABLE, total), credit(clearing, total)));
    }

    private static List<Entry> withoutVatLineIfExempt(Entry first, Entry second, long vat, Entry.Side side) {
        return vat == 0 ? List.of(first, second) : List.of(first, second, new Entry(VAT_PAYABLE, side, vat));
    }
}
