package rw.ishemalink.compliance.bnr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What moved in a month, whole francs.
 *
 * @param revision 1, 2, 3 …: one more each time that something of the month came late
 */
public record MonthCount(
        String tenant,
        YearMonth month,
        String provider,
        int revision,
        long successes,
        long successesRwf,
        long refunds,
        long refundsRwf,
        Instant countedAt) {

    /** The report's id, the same for all revisions. */
    public UUID reportId() {
        return UUID.nameUUIDFromBytes((tenant + " " + month + " " + provider).getBytes(UTF_8));
    }
}
