package rw.ishemalink.compliance.driver.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.driver.CheckJob;
import rw.ishemalink.compliance.driver.CheckJob.Checked;
import rw.ishemalink.compliance.driver.Hearing;
import rw.ishemalink.compliance.driver.Hearing.Wish;
import rw.ishemalink.compliance.driver.PapersAnswer;
import rw.ishemalink.compliance.licence.HolderNews.News;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.Notice;
import rw.ishemalink.kit.outbox.Columns;

/** Which drivers' papers are due, whose turn it is, and what was said last. */
@ApplicationScoped
public class DriverCheckStore {

    private static final Columns<Hearing> HEARINGS = new Columns<Hearing>()
            .with("driver_id", "uuid", Hearing::driverId)
            .with("tenant", "text", Hearing::tenant)
            .with("wish", "text", Hearing::wish)
            .with("correlation_id", "text", Hearing::correlationId);

    /** Without a due time the driver rests. */
    private static final String KEEP = """
            insert into driver_check as c (driver_id, tenant, wanted, due_at, correlation_id)
            select h.driver_id, h.tenant, h.wish = '%s',
                   case h.wish when '%s' then null
                               when '%s' then now() + :every * (0.75 + random() / 2) * interval '1 millisecond'
                               else now() end,
                   h.correlation_id
              from %s
             where not exists (select from erased_person e where e.person_id = h.driver_id)
             order by h.driver_id
            on conflict (driver_id) do update
               set wanted = excluded.due_at is not null and (excluded.wanted or c.wanted),
                   due_at = case when excluded.due_at is null or excluded.wanted or c.due_at is null
                                 then excluded.due_at else c.due_at end,
                   attempts = case when excluded.wanted then 0 else c.attempts end,
                   claim_token = case when excluded.due_at is null or excluded.wanted then null else c.claim_token end,
                   correlation_id = case when excluded.wanted then excluded.correlation_id else c.correlation_id end""".formatted(Wish.CHECK, Wish.REST, Wish.WATCH, HEARINGS.relation("h"));

    private static final Columns<News> NEWS = new Columns<News>()
            .with("kind", "text", News::kind)
            .with("holder_id", "uuid", News::holderId)
            .with("expired", "boolean", one -> one.change() == Notice.Change.EXPIRED)
            .with("bad", "boolean", News::isBad)
            .with("said_at", "timestamptz", News::saidAt);

    /**
     * A licence that was good is no more: whoever was not refused yet is looked at. It is good again: so is whoever was not
     * cleared. A check that has heard the same words knows; but a licence also ends by the calendar.
     */
    private static final String HASTEN = """
            with news as materialized (select * from %s),
            held as (
              select d.driver_id, n.said_at, n.expired, n.bad from news n join driver_record d on d.driver_id = n.holder_id
               where n.kind = 'DRIVER'
              union all
              select d.driver_id, n.said_at, n.expired, n.bad from news n join driver_record d on d.vehicle_id = n.holder_id
               where n.kind = 'VEHICLE'
              union all
              select d.driver_id, n.said_at, n.expired, n.bad from news n join driver_record d on d.operator_id = n.holder_id
               where n.kind = 'OPERATOR'),
            drivers as materialized (
              select driver_id, max(said_at) as said_at, bool_or(expired) as expired, bool_or(bad) as bad
                from held group by driver_id),
            due as materialized (
              select c.driver_id from driver_check c join drivers using (driver_id)
               where c.due_at is not null
                 and case when drivers.bad
                       then c.outcome is distinct from 'REFUSED'
                            and (c.checked_at is null or c.checked_at < drivers.said_at or drivers.expired)
                       else c.outcome <> 'CLEARED' and c.checked_at < drivers.said_at end
               order by c.driver_id for no key update of c)
            update driver_check c set due_at = least(c.due_at, now()), claim_token = null from due where c.driver_id = due.driver_id""".formatted(NEWS.relation("news"));

    private static final String CLAIM = """
            with due as materialized (
              select c.driver_id from driver_check c join driver_record d using (driver_id)
               where c.due_at <= now() and (c.claim_token is null or c.claimed_until <= now())
                 and d.licence_number is not null and d.vehicle_plate is not null
               order by c.due_at limit :page for no key update of c skip locked)
            update driver_check c
               set claim_token = :token, claimed_until = now() + :claim * interval '1 millisecond'
              from due where c.driver_id = due.driver_id
            returning c.driver_id""";

    private static final String HOLD = """
            select * from driver_check where driver_id = any(:ids) and claim_token = :token
             order by driver_id for no key update""";

    private static final String RELEASE = """
            update driver_check set claim_token = null where driver_id = any(:ids) and claim_token = :token""";

    private static final Columns<Checked> CHECKED = new Columns<Checked>()
            .with("driver_id", "uuid", one -> one.job().driverId())
            .with("sequence", "bigint", Checked::sequence)
            .with("outcome", "text", one -> one.answer().verdict())
            .with("refusals", "text", one -> String.join(",", one.answer().refusals()))
            .with("valid_until", "date", one -> one.answer().validUntil())
            .with("papers_of", "bigint", Checked::papersOf)
            .with("news", "boolean", Checked::news)
            .with("lapses_at", "timestamptz", one -> lapsesAt(one.answer()));

    /** What the authority did not answer leaves standing what was said before, but to who waits for it. */
    private static final String RECORD = """
            update driver_check c
               set claim_token = null, claimed_until = null, checked_at = :now,
                   sequence = n.sequence,
                   outcome = case when n.news then n.outcome else c.outcome end,
                   refusals = case when n.news then string_to_array(n.refusals, ',') else c.refusals end,
                   valid_until = case when n.news then n.valid_until else c.valid_until end,
                   papers_of = case when n.news then n.papers_of else c.papers_of end,
                   wanted = c.wanted and n.outcome = 'WAITING',
                   attempts = case n.outcome when 'WAITING' then c.attempts + 1 else 0 end,
                   due_at = case n.outcome
                     when 'WAITING' then now() + least(:longest, :first * power(2, least(c.attempts, 20)))
                                                 * (0.75 + random() / 2) * interval '1 millisecond'
                     else least(n.lapses_at, now() + :every * (0.75 + random() / 2) * interval '1 millisecond') end
              from %s where c.driver_id = n.driver_id""".formatted(CHECKED.relation("n"));

    private final ComplianceConfig.Drivers config;

    DriverCheckStore(ComplianceConfig config) {
        this.config = config.drivers();
    }

    /** Notes what is wished of the papers of drivers, each named once. */
    public void keep(Handle sql, Collection<Hearing> hearings) {
        HEARINGS.bindTo(sql.createUpdate(KEEP), List.copyOf(hearings))
                .bind("every", config.recheckEvery().toMillis())
                .execute();
    }

    /** Has the papers looked at again of whoever holds those licences. */
    public void hasten(Handle sql, List<News> news) {
        NEWS.bindTo(sql.createUpdate(HASTEN), news).execute();
    }

    /** Drivers whose papers are due longest, by id. */
    public List<UUID> claim(Handle sql, UUID token) {
        return sql.createQuery(CLAIM)
                .bind("token", token)
                .bind("claim", config.claim().toMillis())
                .bind("page", config.pageSize())
                .mapTo(UUID.class)
                .list();
    }

    /** Those of them that nobody else wants otherwise meanwhile, held until the transaction ends. */
    public List<CheckJob> hold(Handle sql, List<UUID> driverIds, UUID token) {
        return sql.createQuery(HOLD)
                .bindArray("ids", UUID.class, driverIds)
                .bind("token", token)
                .map((row, _) -> job(row))
                .list();
    }

    /** Not looked at: others may. */
    public void release(Handle sql, List<UUID> driverIds, UUID token) {
        sql.createUpdate(RELEASE)
                .bindArray("ids", UUID.class, driverIds)
                .bind("token", token)
                .execute();
    }

    /** Notes what was found, and when to look again. */
    public void record(Handle sql, List<Checked> checked, Instant now) {
        CHECKED.bindTo(sql.createUpdate(RECORD), checked)
                .bind("now", now)
                .bind("first", (double) config.firstPause().toMillis())
                .bind("longest", (double) config.longestPause().toMillis())
                .bind("every", config.recheckEvery().toMillis())
                .execute();
    }

    private static Object lapsesAt(PapersAnswer answer) {
        LocalDate last = answer.validUntil();
        return last == null ? "infinity" : LicenceClock.startOf(last.plusDays(1));
    }

    private static CheckJob job(ResultSet row) throws SQLException {
        return new CheckJob(
                row.getObject("driver_id", UUID.class),
                row.getString("tenant"),
                row.getBoolean("wanted"),
                row.getLong("sequence"),
                told(row),
                row.getString("correlation_id"));
    }

    private static Optional<PapersAnswer> told(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return Optional.empty();
        }
        return Optional.of(new PapersAnswer(
                Verdict.valueOf(outcome),
                List.of((String[]) row.getArray("refusals").getArray()),
                row.getObject("valid_until", LocalDate.class)));
    }
}
