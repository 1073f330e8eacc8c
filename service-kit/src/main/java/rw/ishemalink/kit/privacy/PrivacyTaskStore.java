package rw.ishemalink.kit.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Tables {@code privacy_task} and {@code erased_person}; deadlines are by the database's clock. */
final class PrivacyTaskStore {

    private static final RowMapper<PrivacyTask> TASK = (row, context) -> new PrivacyTask(
            row.getObject("request_id", UUID.class),
            row.getString("tenant"),
            row.getObject("person_id", UUID.class),
            PrivacyTask.Wish.valueOf(row.getString("wish")),
            row.getString("state").equals("DONE"),
            row.getLong("answers"));

    /** A forgotten person. */
    record Erased(UUID personId, String tenant) {}

    private PrivacyTaskStore() {}

    /** The task of that request, locked; made if it is not there yet. */
    static PrivacyTask keep(Handle sql, UUID requestId, String tenant, UUID personId, PrivacyTask.Wish wish) {
        sql.createUpdate("""
                        insert into privacy_task (request_id, tenant, person_id, wish)
                        values (:requestId, :tenant, :personId, :wish) on conflict do nothing""")
                .bind("requestId", requestId)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("wish", wish.name())
                .execute();
        return sql.createQuery("select * from privacy_task where request_id = :requestId for update")
                .bind("requestId", requestId)
                .map(TASK)
                .one();
    }

    /** The request of a task that is due. */
    static Optional<UUID> findDue(Handle sql) {
        return sql.createQuery("""
                        select request_id from privacy_task where state = 'WAITING' and next_try_at <= now()
                         order by next_try_at limit 1""").mapTo(UUID.class).findOne();
    }

    /** The task, locked, if it still waits; another instance may have been faster. */
    static Optional<PrivacyTask> findWaiting(Handle sql, UUID requestId) {
        return sql.createQuery("""
                        select * from privacy_task
                         where request_id = :requestId and state = 'WAITING' and next_try_at <= now() for update""").bind("requestId", requestId).map(TASK).findOne();
    }

    /** It did not go; it is tried again after the pause. */
    static void pushBack(Handle sql, UUID requestId, Duration pause) {
        sql.createUpdate("update privacy_task set next_try_at = now() + :pause where request_id = :requestId")
                .bind("requestId", requestId)
                .bind("pause", pause)
                .execute();
    }

    /** Waits; true when the reason is another than before. */
    static boolean postpone(Handle sql, PrivacyTask task, String because, Duration pause) {
        return sql.createQuery("""
                        with before as (select because from privacy_task where request_id = :requestId)
                        update privacy_task set because = :because, next_try_at = now() + :pause
                         where request_id = :requestId
                        returning (select because from before) is distinct from :because""")
                .bind("requestId", task.requestId())
                .bind("because", because)
                .bind("pause", pause)
                .mapTo(Boolean.class)
                .one();
    }

    static void done(Handle sql, PrivacyTask task, Erasure outcome) {
        sql.createUpdate("""
                        update privacy_task set state = 'DONE', because = null, done_at = now(), records = :records,
                               kept = :kept, kept_because = :keptBecause
                         where request_id = :requestId""")
                .bind("requestId", task.requestId())
                .bind("records", outcome.records())
                .bind("kept", outcome.kept())
                .bind("keptBecause", outcome.keptBecause())
                .execute();
    }

    /** What was done, as it was answered the first time. */
    static Erasure outcome(Handle sql, PrivacyTask task) {
        return sql.createQuery("select records, kept, kept_because from privacy_task where request_id = :requestId")
                .bind("requestId", task.requestId())
                .map((row, context) -> new Erasure(
                        row.getLong("records"),
                        row.getLong("kept"),
                        Optional.ofNullable(row.getString("kept_because"))))
                .one();
    }

    /** The number of the next answer: 1, 2, 3 … */
    static long nextAnswer(Handle sql, PrivacyTask task) {
        return sql.createQuery(
                        "update privacy_task set answers = answers + 1 where request_id = :requestId returning answers")
                .bind("requestId", task.requestId())
                .mapTo(Long.class)
                .one();
    }

    /** The person's own request for a copy, if it is not too old. */
    static Optional<PrivacyTask> findCopy(Handle sql, UUID requestId, String tenant, UUID personId, Duration life) {
        return sql.createQuery("""
                        select * from privacy_task
                         where request_id = :requestId and tenant = :tenant and person_id = :personId
                           and wish = 'EXPORT' and received_at > now() - :life""")
                .bind("requestId", requestId)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("life", life)
                .map(TASK)
                .findOne();
    }

    static void bury(Handle sql, PrivacyTask task) {
        sql.createUpdate(
                        "insert into erased_person (person_id, tenant) values (:personId, :tenant) on conflict do nothing")
                .bind("personId", task.personId())
                .bind("tenant", task.tenant())
                .execute();
    }

    /** Forgotten people of whom something may have come since; locked, and noted as looked after. */
    static List<Erased> takeToSweep(Handle sql, Duration every, Duration lateness, int limit) {
        return sql.createQuery("""
                        update erased_person set swept_at = now()
                         where person_id in (select person_id from erased_person
                                              where swept_at < now() - :every and erased_at > now() - :lateness
                                              order by swept_at limit :limit for update skip locked)
                        returning person_id, tenant""")
                .bind("every", every)
                .bind("lateness", lateness)
                .bind("limit", limit)
                .map((row, context) -> new Erased(row.getObject("person_id", UUID.class), row.getString("tenant")))
                .list();
    }
}
