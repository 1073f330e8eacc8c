package rw.ishemalink.payment.collecting.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.Provider;

/**
 * How workers share out a table of orders at providers: who holds a row and until when, whether its order may have been
 * sent, when it is looked at again. The columns are the same in every such table, and all of it goes by the database's
 * clock.
 */
public final class Leases {

    private static final String DUE = """
            where provider = :provider and next_poll_at <= now() and (claimed_until is null or claimed_until <= now())
            order by next_poll_at limit :limit for update skip locked""";

    /**
     * A row that a worker takes up.
     *
     * @param sends whether its order is sent now, and so counts as sent
     * @param maySend whether it may be
     */
    private record Taken(UUID reference, boolean sends, boolean maySend) {}

    /** What is now known of a row, and how long until it is asked for again; no pause when there is nothing more to ask. */
    public record Known(UUID reference, MovementState state, Optional<Duration> pause) {}

    private static final Columns<Taken> TAKEN = new Columns<Taken>()
            .with("taken", "uuid", Taken::reference)
            .with("sends", "boolean", Taken::sends)
            .with("may_send", "boolean", Taken::maySend);

    private static final Columns<Known> KNOWN = new Columns<Known>()
            .with("answered", "uuid", Known::reference)
            .with("known_status", "text", known -> StateColumns.status(known.state()))
            .with("known_transaction_id", "text", known -> StateColumns.transactionId(known.state()))
            .with("known_reason", "text", known -> StateColumns.reason(known.state()))
            .with("pause_millis", "bigint", known -> known.pause()
                    .map(Duration::toMillis)
                    .orElse(null));

    private static final String CLAIM = """
            update %s
               set tries = tries + 1, claimed_at = now(),
                   claimed_until = now() + :claimMillis * interval '1 millisecond',
                   status = case when sends then 'UNKNOWN' else status end,
                   sent_at = case when may_send then now() else sent_at end
              from\s""" + TAKEN.relation("claim") + " where reference = taken";

    /** A callback that came while the question was under way may know more than the answer: ask again at once. */
    private static final String RECORD = """
            update %s
               set status = known_status, transaction_id = known_transaction_id, reason = known_reason,
                   claimed_until = null,
                   next_poll_at = case when %s then null
                                       when hinted_at > claimed_at then now()
                                       when pause_millis is null then null
                                       else now() + pause_millis * interval '1 millisecond' end
              from\s""" + KNOWN.relation("known") + " where reference = answered";

    /** Locked in the order of references, as everywhere: who wants several of them waits for nobody who waits for it. */
    private static final String HINT = """
            with hinted as (select reference as news from %1$s where reference = any(:references)
                             order by reference for no key update)
            update %1$s set hinted_at = now(), next_poll_at = case when %2$s then null else now() end
              from hinted where reference = news returning reference""";

    private final String claim;
    private final String record;
    private final String hint;

    /**
     * Of that table.
     *
     * @param over SQL that says, with %1$s for the status, whether there is never anything more to ask
     */
    public Leases(String table, String over) {
        this.claim = CLAIM.formatted(table);
        this.record = RECORD.formatted(table, over.formatted("known_status"));
        this.hint = HINT.formatted(table, over.formatted("status"));
    }

    /** Rows at that provider that are due and that no other worker holds, locked. */
    public <T> List<T> listDueLocked(
            Handle sql, String select, Provider provider, int limit, RowMapper<T> mapper, Duration forgetAfter) {
        Query query = sql.createQuery(select + DUE)
                .bind("provider", provider.name())
                .bind("limit", limit)
                .bind("forgetMillis", forgetAfter.toMillis());
        return query.map(mapper).list();
    }

    /** Leaves those rows to one worker for a while. From here on an order that is to be sent counts as sent. */
    public void claim(Handle sql, Map<UUID, Step> steps, Duration claimFor) {
        List<Taken> taken = steps.entrySet().stream()
                .map(one -> taken(one.getKey(), one.getValue()))
                .toList();
        TAKEN.bindTo(sql.createUpdate(claim), taken)
                .bind("claimMillis", claimFor.toMillis())
                .execute();
    }

    private static Taken taken(UUID reference, Step step) {
        return new Taken(reference, step == Step.SEND, step == Step.SEND || step == Step.ASK_OR_RESEND);
    }

    /** Writes what is now known of rows that are locked, and frees their claims. */
    public void record(Handle sql, List<Known> known) {
        KNOWN.bindTo(sql.createUpdate(record), known).execute();
    }

    /** Someone says that there is news of these; nothing else is taken from it. Answers which of them rows have. */
    public Set<UUID> hint(Handle sql, Collection<UUID> references) {
        return sql.createQuery(hint)
                .bindArray("references", UUID.class, references)
                .mapTo(UUID.class)
                .set();
    }
}
