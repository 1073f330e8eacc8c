package rw.ishemalink.payment.ledger.statement;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;

/**
 * A page of what happened on an account, oldest first.
 *
 * @param opening how it stood before the first line
 * @param closing how it stood after the last line
 * @param next after which line the next page begins; empty on the last one
 */
public record Statement(
        AccountKey account, Counters opening, List<StatementLine> lines, Counters closing, Optional<LineKey> next) {

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static Statement of(AccountKey account, Counters opening, List<StatementLine> found, int limit) {
        boolean more = found.size() > limit;
        List<StatementLine> lines = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        return new Statement(
                account,
                opening,
                lines,
                lines.isEmpty() ? opening : lines.getLast().after(),
                more ? Optional.of(lines.getLast().key()) : Optional.empty());
    }
}
