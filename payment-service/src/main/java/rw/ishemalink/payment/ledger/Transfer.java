package rw.ishemalink.payment.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Entries that belong together and balance. The database refuses a second transfer of one kind for one reference.
 *
 * @param reference the movement of money that is booked
 */
public record Transfer(Kind kind, UUID reference, List<Entry> entries) {

    /** What is booked. */
    public enum Kind {
        COLLECTED,
        COLLECTED_LATE,
        REFUND_OWED,
        REFUND_PAID
    }

    public Transfer {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || entries.stream().mapToLong(Entry::signed).sum() != 0) {
            throw new IllegalArgumentException("a transfer has two entries or more, and its debits equal its credits");
        }
    }
}
