package rw.ishemalink.payment.ledger;

import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.OPERATOR_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_AIRTEL;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;
import static rw.ishemalink.payment.ledger.Entry.credit;
import static rw.ishemalink.payment.ledger.Entry.debit;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Something that can happen to money, made up. */
enum Deed {
    SALE,
    LATE_MONEY,
    REFUND_OWED,
    REFUND,
    DRIVERS_SHARE,
    OPERATORS_SHARE,
    FEE,
    UNEXPLAINED,
    MOVED_BY_HAND;

    private static final long DEAREST = 2_000_000;

    /** The transfer that it makes. */
    Transfer transfer(Random random, UUID party) {
        UUID reference = UUID.randomUUID();
        long total = 1 + random.nextLong(DEAREST);
        long vat = random.nextBoolean() ? Math.min(total - 1, Math.round(total * 18.0 / 118)) : 0;
        long commission = Math.round((total - vat) * 0.15);
        Account clearing = random.nextBoolean() ? PAYER_CLEARING_MTN : PAYER_CLEARING_AIRTEL;
        return switch (this) {
            case SALE -> Postings.collected(reference, clearing, total, vat);
            case LATE_MONEY -> Postings.collectedLate(reference, clearing, total);
            case REFUND_OWED -> Postings.refundOwed(reference, total, vat);
            case REFUND -> Postings.refundPaid(reference, clearing, total);
            case DRIVERS_SHARE ->
                Postings.shareEarned(reference, DRIVER_PAYABLE, party, commission, total - vat - commission);
            case OPERATORS_SHARE ->
                Postings.shareEarned(reference, OPERATOR_PAYABLE, party, commission, total - vat - commission);
            case FEE -> Postings.providerFee(reference, clearing, total);
            case UNEXPLAINED -> Postings.unexplained(reference, clearing, random.nextBoolean() ? total : -total);
            case MOVED_BY_HAND ->
                new Transfer(
                        Transfer.Kind.UNEXPLAINED,
                        reference,
                        List.of(debit(DRIVER_PAYABLE, party, total), credit(OPERATOR_PAYABLE, party, total)));
        };
    }
}
