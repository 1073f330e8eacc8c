package rw.ishemalink.payment.settlement;

import static rw.ishemalink.payment.ledger.Account.COMMISSION;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.OPERATOR_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_AIRTEL;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;
import static rw.ishemalink.payment.ledger.Account.PROVIDER_FEES;
import static rw.ishemalink.payment.ledger.Account.REFUNDS_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.REVENUE;
import static rw.ishemalink.payment.ledger.Account.VAT_PAYABLE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/**
 * The statement of a tenant's books over a day, in whole francs.
 *
 * @param accounts each account that has or had something, and how the day moved it
 * @param difference debits less credits over all accounts at the day's end; anything but zero is a defect
 * @param unexplained what closings differ by from openings and movements, added up; anything but zero is a defect
 */
public record DayBooks(Summary summary, List<AccountDay> accounts, long difference, long unexplained) {

    private static final Set<Account> CLEARING = Set.of(PAYER_CLEARING_MTN, PAYER_CLEARING_AIRTEL);
    private static final Set<Account> PAYABLE = Set.of(DRIVER_PAYABLE, OPERATOR_PAYABLE);

    /**
     * The day in words.
     *
     * @param gross prices that were paid in time, with VAT
     * @param vat of those
     * @param netRevenue the rest of those
     * @param refundsOwed prices of paid bookings that ended and are to go back, with VAT
     * @param lateMoney money that came late or twice and is to go back
     * @param refundsPaid what went back
     * @param commission what we kept of delivered bookings, less what was taken back
     * @param shares what drivers and operators earned, less what was taken back
     * @param payouts what was paid out to them
     * @param providerFees what providers charged
     */
    public record Summary(
            long gross,
            long vat,
            long netRevenue,
            long refundsOwed,
            long lateMoney,
            long refundsPaid,
            long commission,
            long shares,
            long payouts,
            long providerFees) {}

    /**
     * An account over the day; balances are debits less credits.
     *
     * @param closing opening + debits − credits, or the books are not what they were
     */
    public record AccountDay(
            Account account, Account.Type type, long opening, long debits, long credits, long closing) {

        private long unexplained() {
            return Math.abs(closing - (opening + debits - credits));
        }
    }

    /**
     * The statement.
     *
     * @param opening balance of each account before the day
     * @param closing balance of each account at its end
     */
    public static DayBooks of(List<Figure> figures, Map<Account, Long> opening, Map<Account, Long> closing) {
        List<AccountDay> accounts = Arrays.stream(Account.values())
                .filter(account -> opening.containsKey(account) || closing.containsKey(account))
                .map(account -> account(account, figures, opening, closing))
                .toList();
        return new DayBooks(
                summary(figures),
                accounts,
                accounts.stream().mapToLong(AccountDay::closing).sum(),
                accounts.stream().mapToLong(AccountDay::unexplained).sum());
    }

    private static AccountDay account(
            Account account, List<Figure> figures, Map<Account, Long> opening, Map<Account, Long> closing) {
        List<Figure> own =
                figures.stream().filter(figure -> figure.account() == account).toList();
        return new AccountDay(
                account,
                account.type(),
                opening.getOrDefault(account, 0L),
                own.stream().mapToLong(Figure::debits).sum(),
                own.stream().mapToLong(Figure::credits).sum(),
                closing.getOrDefault(account, 0L));
    }

    private static Summary summary(List<Figure> figures) {
        return new Summary(
                moved(figures, Kind.COLLECTED, CLEARING),
                -moved(figures, Kind.COLLECTED, Set.of(VAT_PAYABLE)),
                -moved(figures, Kind.COLLECTED, Set.of(REVENUE)),
                -moved(figures, Kind.REFUND_OWED, Set.of(REFUNDS_PAYABLE)),
                moved(figures, Kind.COLLECTED_LATE, CLEARING),
                moved(figures, Kind.REFUND_PAID, Set.of(REFUNDS_PAYABLE)),
                -moved(figures, Kind.SHARE_EARNED, Set.of(COMMISSION))
                        - moved(figures, Kind.SHARE_REVERSED, Set.of(COMMISSION)),
                -moved(figures, Kind.SHARE_EARNED, PAYABLE) - moved(figures, Kind.SHARE_REVERSED, PAYABLE),
                moved(figures, Kind.PAYOUT, PAYABLE),
                moved(figures, Kind.PROVIDER_FEE, Set.of(PROVIDER_FEES)));
    }

    /** Debits less credits. */
    private static long moved(List<Figure> figures, Kind kind, Set<Account> accounts) {
        return figures.stream()
                .filter(figure -> figure.kind() == kind && accounts.contains(figure.account()))
                .mapToLong(figure -> figure.debits() - figure.credits())
                .sum();
    }
}
