package rw.ishemalink.payment.reconciling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;

/**
 * The comparison of a provider's day.
 *
 * @param requestedBy who wanted it last; null: only the timer
 * @param nextAt when it goes on
 * @param claim of the instance that is at it
 * @param problem why the last try failed
 * @param doneAt when it was last done
 */
public record Run(
        Provider provider,
        LocalDate day,
        Status status,
        @Nullable UUID requestedBy,
        Instant nextAt,
        @Nullable UUID claim,
        int tries,
        @Nullable String problem,
        Counts counts,
        @Nullable Instant doneAt) {

    /** How far it is. */
    public enum Status {
        /** Waits for its statement to be read and compared. */
        DUE,
        /** Waits for answers to what was asked about; then it is compared again. */
        ASKED,
        DONE
    }

    /**
     * What came of it.
     *
     * @param lines of the statement
     * @param fees charges that were booked
     * @param asked movements that the provider was asked about
     * @param opened cases
     * @param explained cases that closed by themselves
     */
    public record Counts(int lines, int fees, int asked, int opened, int explained) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}
