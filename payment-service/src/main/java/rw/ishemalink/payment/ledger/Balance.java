package rw.ishemalink.payment.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.chain.Seal;

/**
 * A tenant's books at one moment, in whole francs.
 *
 * @param debits sum of all debits
 * @param credits sum of all credits
 * @param difference debits less credits; anything but zero is a defect
 * @param through the last seal that is counted; null when nothing was sealed yet
 * @param waiting how many transfers are counted that wait for their seal; none of a moment that has passed
 * @param accounts each account, those of drivers and operators added up
 */
public record Balance(
        long debits,
        long credits,
        long difference,
        @Nullable Seal through,
        long waiting,
        List<AccountBalance> accounts) {

    /**
     * Of one account.
     *
     * @param balance debits less credits: assets and expenses positive, income and liabilities negative
     * @param pending what open reservations would change it by
     */
    public record AccountBalance(
            Account account, Account.Type type, long debits, long credits, long balance, long pending) {

        static AccountBalance of(Standing standing) {
            Counters counters = standing.counters();
            return new AccountBalance(
                    standing.account(),
                    standing.account().type(),
                    counters.debitsPosted(),
                    counters.creditsPosted(),
                    counters.balance(),
                    counters.pending());
        }
    }

    /** How an account stands. */
    public record Standing(Account account, Counters counters) {}

    public Balance {
        accounts = List.copyOf(accounts);
    }

    static Balance of(List<Standing> standings, @Nullable Seal through, long waiting) {
        long debits = standings.stream()
                .mapToLong(one -> one.counters().debitsPosted())
                .sum();
        long credits = standings.stream()
                .mapToLong(one -> one.counters().creditsPosted())
                .sum();
        return new Balance(
                debits,
                credits,
                debits - credits,
                through,
                waiting,
                standings.stream().map(AccountBalance::of).toList());
    }
}
