package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.OurSide;
import rw.ishemalink.payment.reconciling.OurSide.State;
import rw.ishemalink.payment.reconciling.Owed;

/** Attempts and refunds. What a payment is about is its total, and so is what each of them moves. */
@ApplicationScoped
class MovementsHere implements OurBooks {

    /** A subquery, not a join: a plan that was made while the ledger was small must not read all of it later. */
    private static final String LIST = """
            select m.reference as ours, wanted.wanted_reference as reference, m.kind as movement_kind, m.tenant,
                   m.payment_id, m.status, m.created_at, p.total,
                   (select max(t.posted_at) from ledger_transfer t
                     where t.reference = m.reference and t.phase = 'DIRECT'
                       and t.kind in ('COLLECTED', 'COLLECTED_LATE', 'REFUND_PAID')) as posted_at
              from\s""" + Keys.WANTED.relation("wanted") + """
              join movement m on m.kind = wanted.wanted_kind and m.%s = wanted.wanted_reference::uuid
              join payment p on p.payment_id = m.payment_id
             where m.provider = :provider""";

    private static final String UNNAMED = """
            select m.kind as movement_kind, k.reference
              from ledger_transfer t
              join movement m on m.reference = t.reference
             cross join lateral (select (case when m.kind = 'REFUND' and :byCollection then m.refund_of
                                              else m.reference end)::text as reference) k
             where t.posted_at >= :since and t.phase = 'DIRECT'
               and t.kind in ('COLLECTED', 'COLLECTED_LATE', 'REFUND_PAID')
               and m.provider = :provider and m.created_at < :before
               and not exists (select from provider_statement_line l
                                where l.provider = :provider and l.kind = m.kind and l.reference = k.reference)
             order by m.reference""";

    private final MovementStore movements;

    MovementsHere(MovementStore movements) {
        this.movements = movements;
    }

    @Override
    public List<OurSide> list(Handle sql, Provider provider, List<MovementKey> keys) {
        return Stream.concat(list(sql, provider, keys, false).stream(), list(sql, provider, keys, true).stream())
                .toList();
    }

    private static List<OurSide> list(Handle sql, Provider provider, List<MovementKey> keys, boolean byCollection) {
        List<MovementKey> wanted = keys.stream()
                .filter(key -> byCollection(provider, key) == byCollection && Keys.isReference(key))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var query = sql.createQuery(LIST.formatted(byCollection ? "refund_of" : "reference"))
                .bind("provider", provider.name());
        return Keys.WANTED.bindTo(query, wanted).map(MovementsHere::ours).list();
    }

    private static boolean byCollection(Provider provider, MovementKey key) {
        return key.kind() == Kind.REFUND && !provider.keysRefunds();
    }

    @Override
    public List<MovementKey> listUnnamed(Handle sql, Provider provider, Instant bookedSince, Instant madeBefore) {
        return sql.createQuery(UNNAMED)
                .bind("provider", provider.name())
                .bind("byCollection", !provider.keysRefunds())
                .bind("since", bookedSince)
                .bind("before", madeBefore)
                .map(Keys::key)
                .list();
    }

    @Override
    public void ask(Handle sql, List<UUID> references) {
        movements.hint(sql, references);
    }

    private static OurSide ours(ResultSet row, StatementContext context) throws SQLException {
        MovementKey key = Keys.key(row, context);
        State state = state(row.getString("status"));
        return new OurSide(
                row.getObject("ours", UUID.class),
                key,
                row.getString("tenant"),
                Subject.payment(row.getObject("payment_id", UUID.class)),
                state,
                state == State.OPEN || (state == State.FAILED && key.kind() == Kind.COLLECTION),
                row.getLong("total"),
                0,
                Owed.TO_PAYERS,
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("posted_at")));
    }

    private static State state(String status) {
        return switch (status) {
            case "CREATED", "UNKNOWN", "PROMPTED" -> State.OPEN;
            case "SUCCEEDED", "SURPLUS" -> State.MOVED;
            case "FAILED" -> State.FAILED;
            default -> throw new IllegalStateException("a movement cannot be " + status);
        };
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
