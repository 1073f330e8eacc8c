package rw.ishemalink.payment.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries that belong together and balance. The database refuses a second transfer of one kind and phase for one
 * reference.
 *
 * @param reference what is booked: the movement of money, the booking that was delivered, the case that is resolved
 * @param corrects the transfer that this one takes back or puts right; what is written is never changed
 * @param reason why, in words; of a correction always
 */
public record Transfer(
        Kind kind,
        UUID reference,
        List<Entry> entries,
        @Nullable UUID corrects,
        @Nullable String reason) {

    /** What is booked. */
    public enum Kind {
        COLLECTED,
        COLLECTED_LATE,
        REFUND_OWED,
        REFUND_PAID,
        SHARE_EARNED,
        SHARE_REVERSED,
        PAYOUT,
        PROVIDER_FEE,
        UNEXPLAINED,
        CORRECTION;

        /** Whether it names the transfer that it corrects. */
        boolean isCorrection() {
            return this == SHARE_REVERSED || this == CORRECTION;
        }
    }

    public Transfer {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || entries.stream().mapToLong(Entry::signed).sum() != 0) {
            throw new IllegalArgumentException("a transfer has two entries or more, and its debits equal its credits");
        }
        if (kind.isCorrection() != (corrects != null) || (kind == Kind.CORRECTION && reason == null)) {
            throw new IllegalArgumentException("a correction, and nothing else, names what it corrects, and why");
        }
    }

    Transfer(Kind kind, UUID reference, List<Entry> entries) {
        this(kind, reference, entries, null, null);
    }
}
