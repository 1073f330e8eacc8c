package rw.ishemalink.payment.ledger;

import java.util.List;

/**
 * A tenant's books at one moment, in whole francs.
 *
 * @param debits sum of all debits
 * @param credits sum of all credits
 * @param difference debits less credits; anything but zero is a defect
 * @param accounts each account's debits less credits: assets positive, income and liabilities negative
 */
public record Balance(long debits, long credits, long difference, List<AccountBalance> accounts) {

    /** Of one account: debits less credits. */
    public record AccountBalance(Account account, long balance) {}

    public Balance {
        accounts = List.copyOf(accounts);
    }

    static Balance of(List<Turnover> turnovers) {
        long debits = turnovers.stream().mapToLong(Turnover::debits).sum();
        long credits = turnovers.stream().mapToLong(Turnover::credits).sum();
        return new Balance(
                debits,
                credits,
                debits - credits,
                turnovers.stream()
                        .map(of -> new AccountBalance(of.account(), of.debits() - of.credits()))
                        .toList());
    }

    /** Sums of one account's two sides. */
    public record Turnover(Account account, long debits, long credits) {}
}
