package rw.ishemalink.payment.ledger.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Entry.Side;
import rw.ishemalink.payment.ledger.Phase;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer.Kind;
import rw.ishemalink.payment.ledger.statement.Statement;
import rw.ishemalink.payment.ledger.statement.StatementLine;

/** A page of an account's statement, oldest first, in whole francs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
        Account account,

        @Nullable UUID party,

        Standing opening,

        List<LineView> lines,

        Standing closing,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * How the account stood.
     *
     * @param balance debits less credits: what is owed to a driver or an operator is negative
     * @param pending what open reservations would change it by
     */
    public record Standing(long balance, long pending) {

        static Standing of(Counters counters) {
            return new Standing(counters.balance(), counters.pending());
        }
    }

    /**
     * An entry.
     *
     * @param sequence the transfer's place in the tenant's chain
     * @param balance after it
     * @param pending after it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(
            long sequence,
            Instant sealedAt,
            UUID transferId,
            Kind kind,
            Phase phase,
            Subject subject,
            UUID reference,
            @Nullable UUID corrects,
            @Nullable String reason,
            @Nullable UUID party,
            Side side,
            long amount,
            long balance,
            long pending) {

        static LineView of(StatementLine line) {
            return new LineView(
                    line.key().sequence(),
                    line.sealedAt(),
                    line.transferId(),
                    line.kind(),
                    line.phase(),
                    line.subject(),
                    line.reference(),
                    line.corrects(),
                    line.reason(),
                    line.party(),
                    line.side(),
                    line.amount(),
                    line.after().balance(),
                    line.after().pending());
        }
    }

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.account().account(),
                statement.account().party(),
                Standing.of(statement.opening()),
                statement.lines().stream().map(LineView::of).toList(),
                Standing.of(statement.closing()),
                statement.next().map(Cursor::of).orElse(null));
    }
}
