package rw.ishemalink.payment.ledger.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the books that is not as it was written.
 *
 * @param sequence the place in the chain; null when it has none
 * @param transferId the transfer; null when it is not about one
 * @param what it is, in words
 */
public record Finding(
        Kind kind, @Nullable Long sequence, @Nullable UUID transferId, String what) {

    /** What was done to the books. */
    public enum Kind {
        /** The transfer, its entries, its place or what stands before it are not what was sealed. */
        CHANGED,
        /** A seal's transfer is gone, or the seal itself, or a transfer that waited for one. */
        REMOVED,
        /** A transfer or an entry that no seal covers and that does not wait for one. */
        INSERTED,
        /** Debits and credits differ. */
        UNBALANCED,
        /** The chain does not end where it did. */
        END_MOVED,
        /** A total, or a line of a statement, is not the sum of its entries. */
        TOTAL_WRONG,
        /** At the place that the caller had noted there is another hash, or nothing. */
        NOT_AS_NOTED
    }
}
