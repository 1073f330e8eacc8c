package rw.ishemalink.payment.ledger;

/**
 * One line of a transfer.
 *
 * @param amount whole francs, positive
 */
public record Entry(Account account, Side side, long amount) {

    /** Which column it stands in. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    public Entry {
        if (amount <= 0) {
            throw new IllegalArgumentException("an entry has a positive amount");
        }
    }

    static Entry debit(Account account, long amount) {
        return new Entry(account, Side.DEBIT, amount);
    }

    static Entry credit(Account account, long amount) {
        return new Entry(account, Side.CREDIT, amount);
    }

    /** What it adds to its account: debits count up, credits down. */
    public long signed() {
        return switch (side) {
            case DEBIT -> amount;
            case CREDIT -> -amount;
        };
    }
}
