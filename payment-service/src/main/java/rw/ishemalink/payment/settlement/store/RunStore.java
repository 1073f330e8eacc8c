package rw.ishemalink.payment.settlement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.payment.settlement.Progress;
import rw.ishemalink.payment.settlement.Run;
import rw.ishemalink.payment.settlement.Run.Span;
import rw.ishemalink.payment.settlement.RunKind;
import rw.ishemalink.payment.settlement.store.ItemStore.Whose;

/** Runs in the database. */
@ApplicationScoped
public class RunStore {

    /** A day that is to be settled. */
    public record Due(String tenant, RunKind kind, LocalDate day) {}

    private static final String TODAY = "select (now() at time zone 'Africa/Kigali')::date";

    private static final String INSERT = """
            insert into settlement_run (run_id, tenant, kind, day, from_sequence, through_sequence, cursor, requested_by)
            values (:runId, :tenant, :kind, :day, :from, :through, :cursor, :requestedBy)
            on conflict (tenant, kind, day) do nothing""";

    /** Of tenants whose books had begun by the end of the day; the oldest day first. */
    private static final String DUE = """
            select c.tenant, k.kind, d.day
              from ledger_chain c
              join ledger_seal s on s.tenant = c.tenant and s.sequence = 1
             cross join (values ('OPERATOR_DRIVER'), ('TENANT')) as k (kind)
             cross join (select (now() at time zone 'Africa/Kigali' - :afterMillis * interval '1 millisecond')::date - n
                           from generate_series(1, :days) as n) as d (day)
             where s.sealed_at < (d.day + 1)::timestamp at time zone 'Africa/Kigali'
               and not exists (select from settlement_run r
                                where r.tenant = c.tenant and r.kind = k.kind and r.day = d.day)
             order by d.day, c.tenant, k.kind limit 1""";

    private static final String NEXT = """
            select run_id from settlement_run where status = 'RUNNING' and retry_at <= now()
             order by number limit 1 for update skip locked""";

    private static final String ADVANCE = """
            update settlement_run
               set cursor = :cursor, status = case when :finished then 'DONE' else status end,
                   finished_at = case when :finished then now() end
             where run_id = :runId""";

    private static final String VISIBLE = """
            tenant = :tenant
               and (:all or exists (select from settlement_item i where i.run_id = r.run_id and\s""" + ItemStore.OWN + "))";

    private static final String LIST = "select * from settlement_run r where " + VISIBLE
            + " and number < :before order by number desc limit :limit";

    private static final String FIND = "select * from settlement_run r where " + VISIBLE + " and run_id = :runId";

    /** The day it is in Kigali, by the database's clock. */
    public LocalDate today(Handle sql) {
        return sql.createQuery(TODAY).mapTo(LocalDate.class).one();
    }

    /** False when the tenant's day has such a run. */
    public boolean insert(
            Handle sql, String tenant, RunKind kind, LocalDate day, Span span, @Nullable UUID requestedBy) {
        return sql.createUpdate(INSERT)
                        .bind("runId", TimeOrderedId.next())
                        .bind("tenant", tenant)
                        .bind("kind", kind.name())
                        .bind("day", day)
                        .bind("from", span.from())
                        .bind("through", span.through())
                        .bind("cursor", kind == RunKind.TENANT ? span.from() : 0)
                        .bind("requestedBy", requestedBy)
                        .execute()
                == 1;
    }

    /** A day that is over for so long, not longer ago than so many days, and that has no run. */
    public Optional<Due> findDue(Handle sql, Duration startsAfter, int days) {
        return sql.createQuery(DUE)
                .bind("afterMillis", startsAfter.toMillis())
                .bind("days", days)
                .map((row, context) -> new Due(
                        row.getString("tenant"),
                        RunKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class)))
                .findOne();
    }

    /** The oldest run that is to go on and that nobody is at. */
    public Optional<UUID> findNext(Handle sql) {
        return sql.createQuery(NEXT).mapTo(UUID.class).findOne();
    }

    /** The run, locked until the transaction ends; empty when it is finished or somebody else is at it. */
    public Optional<Run> findRunningLocked(Handle sql, UUID runId) {
        return sql.createQuery("""
                        select * from settlement_run where run_id = :runId and status = 'RUNNING'
                           for update skip locked""").bind("runId", runId).map(RunStore::run).findOne();
    }

    /** How far the run came. */
    public void advance(Handle sql, UUID runId, Progress progress) {
        sql.createUpdate(ADVANCE)
                .bind("runId", runId)
                .bind("cursor", progress.cursor())
                .bind("finished", progress.finished())
                .execute();
    }

    /** Others first: this one could not go on. */
    public void putOff(Handle sql, UUID runId) {
        sql.createUpdate("update settlement_run set retry_at = now() + interval '1 minute' where run_id = :runId")
                .bind("runId", runId)
                .execute();
    }

    public Optional<Run> find(Handle sql, String tenant, RunKind kind, LocalDate day) {
        return sql.createQuery("select * from settlement_run where tenant = :tenant and kind = :kind and day = :day")
                .bind("tenant", tenant)
                .bind("kind", kind.name())
                .bind("day", day)
                .map(RunStore::run)
                .findOne();
    }

    /** The tenant's run of that id, if it is for those to see. */
    public Optional<Run> find(Handle sql, String tenant, Optional<Whose> whose, UUID runId) {
        return Whose.bind(sql.createQuery(FIND), whose)
                .bind("tenant", tenant)
                .bind("runId", runId)
                .map(RunStore::run)
                .findOne();
    }

    /** The tenant's runs that are for those to see, newest first. */
    public List<Run> list(Handle sql, String tenant, Optional<Whose> whose, long before, int limit) {
        return Whose.bind(sql.createQuery(LIST), whose)
                .bind("tenant", tenant)
                .bind("before", before)
                .bind("limit", limit)
                .map(RunStore::run)
                .list();
    }

    private static Run run(ResultSet row, StatementContext context) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getLong("number"),
                row.getString("tenant"),
                RunKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                new Span(row.getLong("from_sequence"), row.getLong("through_sequence")),
                row.getLong("cursor"),
                row.getObject("requested_by", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
