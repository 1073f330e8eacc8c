package rw.ishemalink.booking.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.ActionResult;
import rw.ishemalink.booking.sync.OnBehalf;
import rw.ishemalink.booking.sync.QueuedAction;
import rw.ishemalink.booking.sync.SyncAction;
import rw.ishemalink.booking.sync.SyncState;

/**
 * Hands out actions one by one. A person's line is locked while one of their actions is done, so that two workers, of
 * one instance or of two, never overtake each other; when a worker dies, PostgreSQL frees the line.
 */
@ApplicationScoped
public class SyncClaims {

    /** The locked line of one person. */
    public record Line(String tenant, UUID personId) {}

    /** Who has waited longest, among those whom no other worker serves. */
    private static final String CLAIM = """
            select line.tenant, line.person_id from sync_action a
              join sync_line line on line.tenant = a.tenant and line.person_id = a.person_id
             where a.state in ('QUEUED', 'WAITING') and a.next_try_at <= now()
             order by a.next_try_at, a.place limit 1
               for no key update of line skip locked""";

    private static final String HEAD = """
            select *, received_at + make_interval(secs => :waitSeconds) < now() as overdue from sync_action
             where tenant = :tenant and person_id = :personId
               and state in ('QUEUED', 'WAITING') and next_try_at <= now()
             order by client_time, place limit 1 for update""";

    private static final String FINISH = """
            update sync_action
               set state = :state, result = cast(:result as jsonb), attempts = attempts + 1, finished_at = now(),
                   booking_id = coalesce(booking_id, :bookingId), request = null, caller = null
             where tenant = :tenant and person_id = :personId and sync_id = :syncId
               and state in ('QUEUED', 'WAITING')""";

    private static final String POSTPONE = """
            update sync_action
               set state = 'WAITING', result = cast(:result as jsonb), attempts = attempts + 1,
                   booking_id = coalesce(booking_id, :bookingId),
                   next_try_at = now() + least((attempts + 1) * make_interval(secs => :pauseSeconds),
                                               make_interval(secs => :longestPauseSeconds))
             where tenant = :tenant and person_id = :personId and sync_id = :syncId
               and state in ('QUEUED', 'WAITING')""";

    private static final String WAKE = """
            update sync_action set next_try_at = now()
             where tenant = :tenant and person_id = :personId and booking_sync_id = :syncId and state = 'WAITING'""";

    private final SyncConfig config;

    SyncClaims(SyncConfig config) {
        this.config = config;
    }

    /** Locks the line of a person who has an action that is due, until the end of the transaction. */
    public Optional<Line> claim(Handle sql) {
        return sql.createQuery(CLAIM).map(ConstructorMapper.of(Line.class)).findOne();
    }

    /** The person's first action that is due; empty if another worker has done it since the claim was looked for. */
    public Optional<QueuedAction> findHead(Handle sql, Line line) {
        return sql.createQuery(HEAD)
                .bind("tenant", line.tenant())
                .bind("personId", line.personId())
                .bind("waitSeconds", seconds(config.waitAtMost()))
                .map((row, _) -> action(row))
                .findOne();
    }

    /** It is done, or refused for good. What was needed to do it is forgotten. */
    public void finish(Handle sql, QueuedAction action, SyncState end, ActionResult result) {
        sql.createUpdate(FINISH)
                .bind("state", end)
                .bind("result", SyncJson.write(result))
                .bind("bookingId", result.bookingId())
                .bind("tenant", action.tenant())
                .bind("personId", action.personId())
                .bind("syncId", action.action().syncId())
                .execute();
    }

    /** It is tried again later. */
    public void postpone(Handle sql, QueuedAction action, ActionResult result) {
        sql.createUpdate(POSTPONE)
                .bind("result", SyncJson.write(result))
                .bind("bookingId", result.bookingId())
                .bind("pauseSeconds", seconds(config.retryPause()))
                .bind("longestPauseSeconds", seconds(config.longestRetryPause()))
                .bind("tenant", action.tenant())
                .bind("personId", action.personId())
                .bind("syncId", action.action().syncId())
                .execute();
    }

    /** What waits for the booking that this action makes is tried again now. */
    public void wakeThoseAfter(Handle sql, QueuedAction action) {
        sql.createUpdate(WAKE)
                .bind("tenant", action.tenant())
                .bind("personId", action.personId())
                .bind("syncId", action.action().syncId())
                .execute();
    }

    private static QueuedAction action(ResultSet row) throws SQLException {
        return new QueuedAction(
                row.getString("tenant"),
                row.getObject("person_id", UUID.class),
                SyncJson.read(row.getString("request"), SyncAction.class),
                SyncJson.read(row.getString("caller"), OnBehalf.class),
                row.getInt("attempts"),
                row.getBoolean("overdue"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
