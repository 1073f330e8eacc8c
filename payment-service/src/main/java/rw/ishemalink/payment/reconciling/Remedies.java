package rw.ishemalink.payment.reconciling;

import static rw.ishemalink.payment.ledger.Account.PROVIDER_FEES;
import static rw.ishemalink.payment.ledger.Account.SUSPENSE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Entry;
import rw.ishemalink.payment.ledger.Entry.Side;
import rw.ishemalink.payment.reconciling.Remedy.Books;
import rw.ishemalink.payment.reconciling.Remedy.BooksLateMoney;
import rw.ishemalink.payment.reconciling.Remedy.DoesNotFit;
import rw.ishemalink.payment.reconciling.Remedy.Waits;

/**
 * Which resolution fits which case, and what it books. Money that the provider holds more is never ours: it is owed to
 * someone. Fees, and what is lost, are an expense.
 */
public final class Remedies {

    private static final Owed LOSS = new Owed(PROVIDER_FEES, null);

    private Remedies() {}

    /** What the resolution does to a case. */
    public static Remedy of(Case one, Resolution resolution) {
        return switch (resolution) {
            case COLLECT_LATE -> lateMoneyFits(one) ? new BooksLateMoney(takenBack(one)) : new DoesNotFit();
            case OWE_BACK -> missing(one) && more(one) ? moved(one, one.sides().owed()) : new DoesNotFit();
            case DEBT_PAID ->
                one.kind() == Difference.Kind.MISSING_HERE && !more(one) && goesOut(one)
                        ? moved(one, one.sides().owed())
                        : new DoesNotFit();
            case ACCEPT_THEIRS -> missing(one) ? new DoesNotFit() : accepted(one);
            case WRITE_OFF -> missing(one) && !more(one) ? moved(one, LOSS) : new DoesNotFit();
            case PROVIDER_CORRECTS -> new Waits();
        };
    }

    /** The resolutions that fit. */
    public static List<Resolution> listFitting(Case one) {
        return Arrays.stream(Resolution.values())
                .filter(resolution -> !(of(one, resolution) instanceof DoesNotFit))
                .toList();
    }

    /** Entries that take an unexplained difference out of clearing and suspense again. */
    public static List<Entry> takenBack(Case one) {
        long amountRwf = one.difference().amountRwf();
        return Stream.of(entry(SUSPENSE, null, amountRwf), entry(one.clearing(), null, -amountRwf))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean lateMoneyFits(Case one) {
        return one.kind() == Difference.Kind.MISSING_HERE
                && one.key().kind() == Kind.COLLECTION
                && one.sides().movement() != null
                && one.sides().transactionId() != null
                && one.difference().amountRwf() == one.sides().ourAmountRwf()
                && one.difference().ofFeesRwf() == 0;
    }

    private static boolean missing(Case one) {
        return switch (one.kind()) {
            case MISSING_HERE, MISSING_THERE -> true;
            case AMOUNT_DIFFERS, STATUS_DIFFERS -> false;
        };
    }

    private static boolean more(Case one) {
        return one.difference().ofMoneyRwf() > 0;
    }

    private static boolean goesOut(Case one) {
        return one.key().kind() != Kind.COLLECTION;
    }

    private static Remedy accepted(Case one) {
        return moved(one, more(one) ? one.sides().owed() : LOSS);
    }

    /** Out of suspense: the money to that account, what comes from fees to the fees. */
    private static Remedy moved(Case one, Owed to) {
        Difference difference = one.difference();
        boolean loss = to.account() == PROVIDER_FEES;
        return new Books(Stream.of(
                        entry(SUSPENSE, null, difference.amountRwf()),
                        entry(to.account(), to.party(), loss ? -difference.amountRwf() : -difference.ofMoneyRwf()),
                        entry(PROVIDER_FEES, null, loss ? 0 : -difference.ofFeesRwf()))
                .flatMap(Optional::stream)
                .toList());
    }

    /** A debit, or a credit of what is negative. */
    private static Optional<Entry> entry(Account account, @Nullable UUID party, long signedRwf) {
        Side side = signedRwf > 0 ? Side.DEBIT : Side.CREDIT;
        return signedRwf == 0 ? Optional.empty() : Optional.of(new Entry(account, party, side, Math.abs(signedRwf)));
    }
}
