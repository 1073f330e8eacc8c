package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.payouts.store.PayoutStore;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.OurSide;
import rw.ishemalink.payment.reconciling.OurSide.State;
import rw.ishemalink.payment.reconciling.Owed;

/** Payouts to drivers and operators. */
@ApplicationScoped
class PayoutsHere implements OurBooks {

    private static final String LIST = """
            select p.reference, p.tenant, p.status, p.amount, p.account, p.party, p.created_at, wanted.wanted_reference,
                   (select max(t.posted_at) from ledger_transfer t
                     where t.reference = p.reference and t.kind = 'PAYOUT' and t.phase in ('DIRECT', 'POST')) as posted_at
              from\s""" + Keys.WANTED.relation("wanted") + """
              join payout p on p.reference = wanted.wanted_reference::uuid
             where p.provider = :provider""";

    private static final String UNNAMED = """
            select 'TRANSFER' as movement_kind, p.reference::text as reference
              from ledger_transfer t join payout p on p.reference = t.reference
             where t.posted_at >= :since and t.kind = 'PAYOUT' and t.phase in ('DIRECT', 'POST')
               and p.provider = :provider and p.created_at < :before
               and not exists (select from provider_statement_line l
                                where l.provider = :provider and l.kind = 'TRANSFER' and l.reference = p.reference::text)
             order by p.reference""";

    private final PayoutStore payouts;

    PayoutsHere(PayoutStore payouts) {
        this.payouts = payouts;
    }

    @Override
    public List<OurSide> list(Handle sql, Provider provider, List<MovementKey> keys) {
        List<MovementKey> wanted = keys.stream()
                .filter(key -> key.kind() == Kind.TRANSFER && Keys.isReference(key))
                .toList();
        return wanted.isEmpty()
                ? List.of()
                : Keys.WANTED
                        .bindTo(sql.createQuery(LIST).bind("provider", provider.name()), wanted)
                        .map(PayoutsHere::ours)
                        .list();
    }

    @Override
    public List<MovementKey> listUnnamed(Handle sql, Provider provider, Instant bookedSince, Instant madeBefore) {
        return sql.createQuery(UNNAMED)
                .bind("provider", provider.name())
                .bind("since", bookedSince)
                .bind("before", madeBefore)
                .map(Keys::key)
                .list();
    }

    @Override
    public void ask(Handle sql, List<UUID> references) {
        payouts.hint(sql, references);
    }

    private static OurSide ours(ResultSet row, StatementContext context) throws SQLException {
        State state =
                switch (row.getString("status")) {
                    case "CREATED", "UNKNOWN", "PROMPTED" -> State.OPEN;
                    case "SUCCEEDED" -> State.MOVED;
                    case "FAILED" -> State.FAILED;
                    default -> throw new IllegalStateException("a payout cannot be " + row.getString("status"));
                };
        return new OurSide(
                row.getObject("reference", UUID.class),
                new MovementKey(Kind.TRANSFER, row.getString("wanted_reference")),
                row.getString("tenant"),
                Subject.payout(row.getObject("reference", UUID.class)),
                state,
                state != State.MOVED,
                row.getLong("amount"),
                0,
                new Owed(Account.valueOf(row.getString("account")), row.getObject("party", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("posted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
