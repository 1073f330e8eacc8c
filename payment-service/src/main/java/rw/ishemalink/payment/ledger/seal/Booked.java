package rw.ishemalink.payment.ledger.seal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as it lies in the database, read as text: what somebody else wrote into it must be seen, not refused.
 *
 * @param entries one a line, in order of their ids: id, account, party or -, side, amount
 */
public record Booked(
        UUID transferId,
        String tenant,
        String kind,
        String phase,
        String subject,
        UUID subjectId,
        UUID reference,
        @Nullable UUID resolves,
        @Nullable UUID corrects,
        @Nullable String reason,
        Instant postedAt,
        String entries) {

    /** The entries, of a transfer that the database took. */
    List<BookedEntry> listEntries() {
        return entries.lines().map(BookedEntry::read).toList();
    }
}
