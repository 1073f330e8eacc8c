package rw.ishemalink.compliance.bnr.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.compliance.bnr.MonthCount;
import rw.ishemalink.compliance.bnr.MovedMoney;

/** Movements are only inserted: a running total per month would be a row that every payment waits for. */
@ApplicationScoped
public class MonthStore {

    private static final ZoneId RWANDA = ZoneId.of("Africa/Kigali");
    private static final long COUNTING = 0x626E72L; // "bnr"

    private static final String INSERT = """
            insert into bnr_movement (tenant, month, provider, outcome, amount_rwf)
            values (:tenant, :month, :provider, :outcome, :amountRwf)""";

    private static final String COUNT = """
            with due as (
              select tenant, month, provider from bnr_movement
               where (month + interval '1 month') at time zone 'Africa/Kigali'
                     + :graceMillis * interval '1 millisecond' <= now()
               order by month, tenant, provider limit 1),
            moved as (
              delete from bnr_movement m using due
               where (m.tenant, m.month, m.provider) = (due.tenant, due.month, due.provider)
              returning m.outcome, m.amount_rwf),
            before as (
              select b.* from bnr_month b join due using (tenant, month, provider) order by b.revision desc limit 1)
            insert into bnr_month (tenant, month, provider, revision, successes, successes_rwf, refunds, refunds_rwf)
            select due.tenant, due.month, due.provider, coalesce(max(before.revision), 0) + 1,
                   coalesce(max(before.successes), 0) + count(*) filter (where outcome = 'SUCCEEDED'),
                   coalesce(max(before.successes_rwf), 0)
                     + coalesce(sum(amount_rwf) filter (where outcome = 'SUCCEEDED'), 0),
                   coalesce(max(before.refunds), 0) + count(*) filter (where outcome = 'REFUNDED'),
                   coalesce(max(before.refunds_rwf), 0)
                     + coalesce(sum(amount_rwf) filter (where outcome = 'REFUNDED'), 0)
              from due cross join moved left join before on true
             group by due.tenant, due.month, due.provider
            returning *""";

    /** Notes money that moved for the report of its month in Rwanda. */
    public void insert(Handle sql, MovedMoney moved) {
        sql.createUpdate(INSERT)
                .bind("tenant", moved.tenant())
                .bind("month", YearMonth.from(moved.movedAt().atZone(RWANDA)).atDay(1))
                .bind("provider", moved.provider())
                .bind("outcome", moved.outcome())
                .bind("amountRwf", moved.amountRwf())
                .execute();
    }

    /**
     * Counts one month of one tenant and provider, if one is over that long and has movements that are in no report.
     * Empty too while another transaction is counting.
     */
    public Optional<MonthCount> countOne(Handle sql, Duration grace) {
        boolean mine = sql.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", COUNTING)
                .mapTo(Boolean.class)
                .one();
        return mine
                ? sql.createQuery(COUNT)
                        .bind("graceMillis", grace.toMillis())
                        .map(MonthStore::count)
                        .findOne()
                : Optional.empty();
    }

    private static MonthCount count(ResultSet row, StatementContext context) throws SQLException {
        return new MonthCount(
                row.getString("tenant"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("provider"),
                row.getInt("revision"),
                row.getLong("successes"),
                row.getLong("successes_rwf"),
                row.getLong("refunds"),
                row.getLong("refunds_rwf"),
                row.getTimestamp("counted_at").toInstant());
    }
}
