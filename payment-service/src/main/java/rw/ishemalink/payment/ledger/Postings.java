package rw.ishemalink.payment.ledger;

import static rw.ishemalink.payment.ledger.Account.COMMISSION;
import static rw.ishemalink.payment.ledger.Account.PROVIDER_FEES;
import static rw.ishemalink.payment.ledger.Account.REFUNDS_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.REVENUE;
import static rw.ishemalink.payment.ledger.Account.SUSPENSE;
import static rw.ishemalink.payment.ledger.Account.VAT_PAYABLE;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/** Which entries an event makes. Amounts in whole francs; prices include VAT (total × 18/118 for class B). */
public final class Postings {

    private Postings() {}

    /** A price was paid: the provider holds it, the net is revenue, the VAT is owed. */
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

    /**
     * A paid booking was delivered: its revenue is shared out.
     *
     * @param payable DRIVER_PAYABLE or OPERATOR_PAYABLE
     * @param amount what is theirs; may be nothing, and so may the commission, but not both
     */
    public static Transfer shareEarned(UUID bookingId, Account payable, UUID party, long commission, long amount) {
        List<Entry> entries = new ArrayList<>();
        entries.add(debit(REVENUE, Math.addExact(commission, amount)));
        if (commission > 0) {
            entries.add(credit(COMMISSION, commission));
        }
        if (amount > 0) {
            entries.add(credit(payable, party, amount));
        }
        return new Transfer(Kind.SHARE_EARNED, bookingId, entries);
    }

    /** The price of a delivered booking goes back: so does the share, which the party may then owe us. */
    public static Transfer shareReversed(Transfer earned, UUID earnedBy) {
        return new Transfer(
                Kind.SHARE_REVERSED,
                earned.reference(),
                earned.entries().stream().map(Entry::reversed).toList(),
                earnedBy,
                null);
    }

    /** What is owed to a party goes to its phone; reserved before the provider is asked. */
    public static Transfer payout(UUID reference, Account payable, UUID party, Account clearing, long amount) {
        return new Transfer(Kind.PAYOUT, reference, List.of(debit(payable, party, amount), credit(clearing, amount)));
    }

    /** The provider charged us for a movement. */
    public static Transfer providerFee(UUID reference, Account clearing, long fee) {
        return new Transfer(Kind.PROVIDER_FEE, reference, List.of(debit(PROVIDER_FEES, fee), credit(clearing, fee)));
    }

    /** The provider has money, or lacks it, that our books do not explain; a correction moves it on once they do. */
    public static Transfer unexplained(UUID reference, Account clearing, long more) {
        return new Transfer(
                Kind.UNEXPLAINED,
                reference,
                more > 0
                        ? List.of(debit(clearing, more), credit(SUSPENSE, more))
                        : List.of(debit(SUSPENSE, -more), credit(clearing, -more)));
    }

    /** New entries that put an earlier transfer right; that one stays as it is. */
    public static Transfer correction(UUID reference, UUID corrects, String reason, List<Entry> entries) {
        return new Transfer(Kind.CORRECTION, reference, entries, corrects, reason);
    }

    private static List<Entry> withoutVatLineIfExempt(Entry first, Entry second, long vat, Entry.Side side) {
        return vat == 0 ? List.of(first, second) : List.of(first, second, new Entry(VAT_PAYABLE, null, side, vat));
    }
}
