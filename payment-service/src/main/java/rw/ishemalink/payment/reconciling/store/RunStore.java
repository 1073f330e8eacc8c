package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.Run;
import rw.ishemalink.payment.reconciling.Run.Counts;
import rw.ishemalink.payment.reconciling.Run.Status;
import rw.ishemalink.payment.reconciling.RunKey;

/** Days to compare, by the database's clock. A day is one instance's at a time, and pages of a provider exclude each other. */
@ApplicationScoped
public class RunStore {

    /** Days that were missed are made up for, a month back at most. */
    private static final String PLAN = """
            insert into reconciliation (provider, day, planned)
            select p.provider, d.day::date, true
              from unnest(string_to_array(:providers, ',')) p(provider)
             cross join (select (now() at time zone 'Africa/Kigali' - :delayMillis * interval '1 millisecond')::date - 1
                                as day) last
             cross join lateral generate_series(
                     greatest(coalesce((select max(r.day) + 1 from reconciliation r
                                         where r.provider = p.provider and r.planned), last.day),
                              last.day - 30)::timestamp,
                     last.day::timestamp, interval '1 day') d(day)
            on conflict do nothing""";

    private static final String REQUEST = """
            insert into reconciliation (provider, day, planned, requested_by)
            select :provider, :day, false, :person
             where :day < (now() at time zone 'Africa/Kigali')::date
            on conflict (provider, day) do update
               set requested_by = :person, next_at = now(),
                   status = case reconciliation.status when 'DONE' then 'DUE' else reconciliation.status end,
                   fees = case reconciliation.status when 'DONE' then 0 else reconciliation.fees end,
                   asked = case reconciliation.status when 'DONE' then 0 else reconciliation.asked end,
                   opened = case reconciliation.status when 'DONE' then 0 else reconciliation.opened end,
                   explained = case reconciliation.status when 'DONE' then 0 else reconciliation.explained end
            returning *""";

    private static final String CLAIM = """
            update reconciliation
               set claim = :claim, claimed_until = now() + :leaseMillis * interval '1 millisecond', tries = tries + 1
             where (provider, day) =
                   (select r.provider, r.day from reconciliation r
                     where r.status <> 'DONE' and r.next_at <= now()
                       and (r.claimed_until is null or r.claimed_until <= now())
                       and not exists (select from reconciliation other
                                        where other.provider = r.provider and other.claimed_until > now())
                     order by r.next_at, r.day limit 1 for update skip locked)
            returning *""";

    private static final String HOLD = """
            update reconciliation set claimed_until = now() + :leaseMillis * interval '1 millisecond'
             where provider = :provider and day = :day and claim = :claim""";

    private static final String COUNT = """
            update reconciliation
               set fees = fees + :fees, asked = asked + :asked, opened = opened + :opened,
                   explained = explained + :explained
             where provider = :provider and day = :day""";

    private static final String FINISH = """
            update reconciliation
               set status = case when status = 'DUE' and asked > 0 then 'ASKED' else 'DONE' end,
                   next_at = now() + :answerMillis * interval '1 millisecond',
                   done_at = case when status = 'DUE' and asked > 0 then done_at else now() end,
                   claim = null, claimed_until = null, problem = null
             where provider = :provider and day = :day and claim = :claim""";

    private static final String FAIL = """
            update reconciliation
               set problem = :problem, next_at = now() + :retryMillis * interval '1 millisecond',
                   claim = null, claimed_until = null
             where provider = :provider and day = :day and claim = :claim""";

    private static final String AGE = """
            select coalesce(extract(epoch from now() - coalesce(max(done_at), min(created_at))), 0)
              from reconciliation where provider = :provider""";

    private static final String LIST = """
            select * from reconciliation
             where (:provider::text is null or provider = :provider)
               and (:beforeDay::date is null or (day, provider) < (:beforeDay, :beforeProvider))
             order by day desc, provider desc limit :limit""";

    /** Every day that is over, so long after its midnight in Rwanda, is to be compared. */
    public int plan(Handle sql, Duration afterMidnight) {
        return sql.createUpdate(PLAN)
                .bind(
                        "providers",
                        Arrays.stream(Provider.values()).map(Enum::name).collect(Collectors.joining(",")))
                .bind("delayMillis", afterMidnight.toMillis())
                .execute();
    }

    /** Someone wants that day compared, again if it was; empty when it is not over. */
    public Optional<Run> request(Handle sql, Provider provider, LocalDate day, UUID person) {
        return sql.createQuery(REQUEST)
                .bind("provider", provider.name())
                .bind("day", day)
                .bind("person", person)
                .map(RunStore::run)
                .findOne();
    }

    /** The next day that is due and nobody's, now the caller's for that time. */
    public Optional<Run> claim(Handle sql, Duration lease) {
        return sql.createQuery(CLAIM)
                .bind("claim", UUID.randomUUID())
                .bind("leaseMillis", lease.toMillis())
                .map(RunStore::run)
                .findOne();
    }

    /**
     * Goes on holding the day, and keeps every other run of the provider out until the transaction ends.
     *
     * @throws IllegalStateException when somebody else took it over
     */
    public void hold(Handle sql, Run run, Duration lease) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended('reconciliation ' || :provider, 0))::text")
                .bind("provider", run.provider().name())
                .mapTo(String.class)
                .one();
        int held = sql.createUpdate(HOLD)
                .bind("provider", run.provider().name())
                .bind("day", run.day())
                .bind("claim", run.claim())
                .bind("leaseMillis", lease.toMillis())
                .execute();
        if (held != 1) {
            throw new IllegalStateException("the day is compared by somebody else");
        }
    }

    /** So many lines its statement has. */
    public void setLines(Handle sql, Run run, int lines) {
        sql.createUpdate("update reconciliation set lines = :lines where provider = :provider and day = :day")
                .bind("lines", lines)
                .bind("provider", run.provider().name())
                .bind("day", run.day())
                .execute();
    }

    /** So much more came of it; of {@code more}, its lines are not looked at. */
    public void count(Handle sql, Run run, Counts more) {
        sql.createUpdate(COUNT)
                .bind("fees", more.fees())
                .bind("asked", more.asked())
                .bind("opened", more.opened())
                .bind("explained", more.explained())
                .bind("provider", run.provider().name())
                .bind("day", run.day())
                .execute();
    }

    /** All of it was compared: it is done or, if anything was asked, waits for answers. */
    public void finish(Handle sql, Run run, Duration answerWithin) {
        sql.createUpdate(FINISH)
                .bind("answerMillis", answerWithin.toMillis())
                .bind("provider", run.provider().name())
                .bind("day", run.day())
                .bind("claim", run.claim())
                .execute();
    }

    /** It could not be compared; it is tried again. */
    public void fail(Handle sql, Run run, String problem, Duration retryAfter) {
        sql.createUpdate(FAIL)
                .bind("problem", problem)
                .bind("retryMillis", retryAfter.toMillis())
                .bind("provider", run.provider().name())
                .bind("day", run.day())
                .bind("claim", run.claim())
                .execute();
    }

    /** The run of that day. */
    public Optional<Run> find(Handle sql, Provider provider, LocalDate day) {
        return sql.createQuery("select * from reconciliation where provider = :provider and day = :day")
                .bind("provider", provider.name())
                .bind("day", day)
                .map(RunStore::run)
                .findOne();
    }

    /** Runs before that one, newest day first. */
    public List<Run> list(Handle sql, Optional<Provider> provider, Optional<RunKey> before, int limit) {
        return sql.createQuery(LIST)
                .bind("provider", provider.map(Enum::name).orElse(null))
                .bind("beforeDay", before.map(RunKey::day).orElse(null))
                .bind("beforeProvider", before.map(key -> key.provider().name()).orElse(null))
                .bind("limit", limit)
                .map(RunStore::run)
                .list();
    }

    /** Since a day of the provider was last done or, while none was, since one was first wanted. */
    public double ageSeconds(Handle sql, Provider provider) {
        return sql.createQuery(AGE)
                .bind("provider", provider.name())
                .mapTo(Double.class)
                .one();
    }

    private static Run run(ResultSet row, StatementContext context) throws SQLException {
        return new Run(
                Provider.valueOf(row.getString("provider")),
                row.getObject("day", LocalDate.class),
                Status.valueOf(row.getString("status")),
                row.getObject("requested_by", UUID.class),
                row.getTimestamp("next_at").toInstant(),
                row.getObject("claim", UUID.class),
                row.getInt("tries"),
                row.getString("problem"),
                new Counts(
                        row.getInt("lines"),
                        row.getInt("fees"),
                        row.getInt("asked"),
                        row.getInt("opened"),
                        row.getInt("explained")),
                instant(row.getTimestamp("done_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
