package rw.ishemalink.payment.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transfer.
 *
 * @param party whose account it is; null for an account of the tenant's own
 * @param amount whole francs, positive
 */
public record Entry(Account account, @Nullable UUID party, Side side, long amount) {

    /** Which column it stands in. */
    public enum Side {
        DEBIT,
        CREDIT;

        Side opposite() {
            return this == DEBIT ? CREDIT : DEBIT;
        }
    }

    public Entry {
        if (amount <= 0) {
            throw new IllegalArgumentException("an entry has a positive amount");
        }
        if (account.hasParties() != (party != null)) {
            throw new IllegalArgumentException("whose account is it? " + account);
        }
    }

    public static Entry debit(Account account, long amount) {
        return new Entry(account, null, Side.DEBIT, amount);
    }

    public static Entry credit(Account account, long amount) {
        return new Entry(account, null, Side.CREDIT, amount);
    }

    public static Entry debit(Account account, UUID party, long amount) {
        return new Entry(account, party, Side.DEBIT, amount);
    }

    public static Entry credit(Account account, UUID party, long amount) {
        return new Entry(account, party, Side.CREDIT, amount);
    }

    /** What takes it back. */
    Entry reversed() {
        return new Entry(account, party, side.opposite(), amount);
    }

    /** What it adds to its account: debits count up, credits down. */
    public long signed() {
        return switch (side) {
            case DEBIT -> amount;
            case CREDIT -> -amount;
        };
    }
}
