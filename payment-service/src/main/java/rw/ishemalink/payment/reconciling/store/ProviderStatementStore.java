package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;
import rw.ishemalink.payment.reconciling.MovementKey;

/** What providers said, as they said it, revision after revision. */
@ApplicationScoped
public class ProviderStatementStore {

    private static final int AT_ONCE = 5_000;

    private record Numbered(int number, StatementLine line) {}

    private static final Columns<Numbered> LINES = new Columns<Numbered>()
            .with("number", "int", Numbered::number)
            .with("kind", "text", one -> one.line().kind())
            .with("reference", "text", one -> one.line().reference())
            .with("transaction_id", "text", one -> one.line().transactionId())
            .with("amount", "bigint", one -> one.line().amountRwf())
            .with("fee", "bigint", one -> one.line().feeRwf())
            .with("status", "text", one -> one.line().status())
            .with("at", "timestamptz", one -> one.line().at());

    /** Nothing, if the last revision has the same lines. */
    private static final String INSERT = """
            insert into provider_statement (statement_id, provider, day, revision, digest, lines)
            select :statementId, :provider, :day, coalesce(max(revision), 0) + 1, :digest, :count
              from provider_statement where provider = :provider and day = :day
            having (array_agg(digest order by revision desc))[1] is distinct from :digest""";

    private static final String INSERT_LINES =
            """
            insert into provider_statement_line (statement_id, provider, day,\s""" + LINES.names() + """
            ) select :statementId, :provider, :day,\s""" + LINES.names() + " from " + LINES.relation("lines");

    private static final String KEYS = """
            select distinct kind as movement_kind, reference from provider_statement_line
             where provider = :provider and day = :day and (kind, reference) > (:kind, :reference)
             order by kind, reference limit :limit""";

    private static final String LIST = """
            select distinct on (l.kind, l.reference, l.transaction_id) l.*
              from\s""" + Keys.WANTED.relation("wanted") + """
              join provider_statement_line l
                on l.provider = :provider and l.reference = wanted.wanted_reference and l.kind = wanted.wanted_kind
              join provider_statement s using (statement_id)
             where not exists (select from provider_statement later
                                where later.provider = s.provider and later.day = s.day
                                  and later.revision > s.revision)
             order by l.kind, l.reference, l.transaction_id, l.day desc, l.number desc""";

    /** Keeps the day's statement; false when its last revision says the same. Of one provider, one at a time. */
    public boolean save(Handle sql, Provider provider, LocalDate day, byte[] digest, List<StatementLine> lines) {
        UUID statementId = UUID.randomUUID();
        int inserted = sql.createUpdate(INSERT)
                .bind("statementId", statementId)
                .bind("provider", provider.name())
                .bind("day", day)
                .bind("digest", digest)
                .bind("count", lines.size())
                .execute();
        if (inserted == 0) {
            return false;
        }
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            int begin = from;
            List<StatementLine> some = lines.subList(from, Math.min(from + AT_ONCE, lines.size()));
            List<Numbered> numbered = IntStream.range(0, some.size())
                    .mapToObj(place -> new Numbered(begin + place + 1, some.get(place)))
                    .toList();
            var statement = sql.createUpdate(INSERT_LINES)
                    .bind("statementId", statementId)
                    .bind("provider", provider.name())
                    .bind("day", day);
            LINES.bindTo(statement, numbered).execute();
        }
        return true;
    }

    /** What any revision of the day's statement names, after that key. */
    public List<MovementKey> listKeys(Handle sql, Provider provider, LocalDate day, MovementKey after, int limit) {
        return sql.createQuery(KEYS)
                .bind("provider", provider.name())
                .bind("day", day)
                .bind("kind", after.kind().name())
                .bind("reference", after.reference())
                .bind("limit", limit)
                .map(Keys::key)
                .list();
    }

    /** What the statements that count say of those movements, on whatever day. */
    public List<StatementLine> list(Handle sql, Provider provider, List<MovementKey> keys) {
        var query = sql.createQuery(LIST).bind("provider", provider.name());
        return Keys.WANTED.bindTo(query, keys).map(ProviderStatementStore::line).list();
    }

    /** Days of which a statement was read. */
    public Set<LocalDate> listDays(Handle sql, Provider provider) {
        return new HashSet<>(sql.createQuery("select distinct day from provider_statement where provider = :provider")
                .bind("provider", provider.name())
                .mapTo(LocalDate.class)
                .list());
    }

    private static StatementLine line(ResultSet row, StatementContext context) throws SQLException {
        return new StatementLine(
                row.getString("reference"),
                row.getString("transaction_id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getLong("fee"),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("at").toInstant());
    }
}
