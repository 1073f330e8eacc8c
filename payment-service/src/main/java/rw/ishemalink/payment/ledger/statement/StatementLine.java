package rw.ishemalink.payment.ledger.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Entry.Side;
import rw.ishemalink.payment.ledger.Phase;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/**
 * An entry on an account.
 *
 * @param sealedAt when it took its place; lines are in the order of places, so times never go back
 * @param party whose account of that name; null for one of the tenant's own
 * @param after how the account stood then
 */
public record StatementLine(
        LineKey key,
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
        Counters after) {}
