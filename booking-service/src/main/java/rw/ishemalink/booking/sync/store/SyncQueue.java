package rw.ishemalink.booking.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.sync.ActionResult;
import rw.ishemalink.booking.sync.Arrival.Accepted;
import rw.ishemalink.booking.sync.OnBehalf;
import rw.ishemalink.booking.sync.QueueView;
import rw.ishemalink.booking.sync.StoredAction;
import rw.ishemalink.booking.sync.SyncAction.OnBooking;
import rw.ishemalink.booking.sync.SyncState;
import rw.ishemalink.kit.caller.Caller;

/** Takes actions in and shows them to their owner. */
@ApplicationScoped
public class SyncQueue {

    /** More than that many places tell nobody anything: behind them, clients are told this one. */
    private static final int PLACES_IN_VIEW = 200_000;

    /** Ties of the phone's clock are broken by the order in the batch. */
    private static final String STORE = """
            with line as (
              insert into sync_line (tenant, person_id) values (:tenant, :personId) on conflict do nothing)
            insert into sync_action (tenant, person_id, device, caller, sync_id, type, client_time, booking_id,
                                     booking_sync_id, fingerprint, request)
            select :tenant, :personId, :device, cast(:caller as jsonb), sync_id, type, client_time, booking_id,
                   booking_sync_id, fingerprint, cast(request as jsonb)
            from unnest(cast(:syncIds as uuid[]), cast(:types as text[]), cast(:times as timestamptz[]),
                        cast(:bookingIds as uuid[]), cast(:bookingSyncIds as uuid[]), cast(:fingerprints as text[]),
                        cast(:requests as text[])) with ordinality
                 as sent (sync_id, type, client_time, booking_id, booking_sync_id, fingerprint, request, number)
            order by client_time, number
            on conflict do nothing""";

    private static final String LIST = """
            select sync_id, fingerprint, state, result, place, client_time, received_at from sync_action
            where tenant = :tenant and person_id = :personId and\s""";

    /** Stores those that are new under their sync id; of two under one, the first. */
    public void store(Handle sql, Caller caller, OnBehalf onBehalf, String device, List<Accepted> actions) {
        sql.createUpdate(STORE)
                .bind("tenant", caller.tenant())
                .bind("personId", caller.personId())
                .bind("device", device)
                .bind("caller", SyncJson.write(onBehalf))
                .bind("syncIds", ids(actions, Accepted::syncId))
                .bind("types", texts(actions, one -> one.action().kind().name()))
                .bind("times", texts(actions, one -> one.action().clientTime().toString()))
                .bind("bookingIds", ids(actions, one -> one.action() instanceof OnBooking act ? act.bookingId() : null))
                .bind(
                        "bookingSyncIds",
                        ids(actions, one -> one.action() instanceof OnBooking act ? act.bookingSyncId() : null))
                .bind("fingerprints", texts(actions, Accepted::fingerprint))
                .bind("requests", texts(actions, Accepted::json))
                .execute();
    }

    /** The person's actions of those ids, in the order of arrival. */
    public List<StoredAction> list(Handle sql, String tenant, UUID personId, Collection<UUID> syncIds) {
        return listed(sql.createQuery(LIST + "sync_id = any(:syncIds) order by place")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("syncIds", syncIds.toArray(UUID[]::new)));
    }

    /** The person's actions of that device that are not done yet, in the order of arrival. */
    public List<StoredAction> listOpen(Handle sql, String tenant, UUID personId, String device, int limit) {
        return listed(sql.createQuery(LIST + """
                        device = :device and state in ('QUEUED', 'WAITING') order by place limit :limit""")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("device", device)
                .bind("limit", limit));
    }

    /** Whether all of them were tried at least once. */
    public boolean areTried(Handle sql, String tenant, UUID personId, Collection<UUID> syncIds) {
        return sql.createQuery("""
                        select not exists (select from sync_action
                                            where tenant = :tenant and person_id = :personId
                                              and sync_id = any(:syncIds) and state = 'QUEUED')""")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("syncIds", syncIds.toArray(UUID[]::new))
                .mapTo(Boolean.class)
                .one();
    }

    /** The actions that wait for their turn, and how many may be done at once. */
    public QueueView view(Handle sql, double tokens) {
        return new QueueView(
                sql.createQuery("select place from sync_action where state = 'QUEUED' order by place limit :limit")
                        .bind("limit", PLACES_IN_VIEW)
                        .mapTo(Long.class)
                        .list(),
                tokens);
    }

    /** How many are in that state. */
    public long count(Handle sql, SyncState state) {
        return sql.createQuery("select count(*) from sync_action where state = :state")
                .bind("state", state)
                .mapTo(Long.class)
                .one();
    }

    /** How long the first in the queue has waited for its turn; 0 if none waits. */
    public double oldestSeconds(Handle sql) {
        return sql.createQuery("""
                        select coalesce(extract(epoch from now() - min(next_try_at)), 0) from sync_action
                         where state in ('QUEUED', 'WAITING') and next_try_at <= now()""").mapTo(Double.class).one();
    }

    private static List<StoredAction> listed(Query query) {
        return query.map((row, _) -> stored(row)).list();
    }

    private static StoredAction stored(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new StoredAction(
                row.getObject("sync_id", UUID.class),
                row.getString("fingerprint"),
                SyncState.valueOf(row.getString("state")),
                result == null ? null : SyncJson.read(result, ActionResult.class),
                row.getLong("place"),
                row.getObject("client_time", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable UUID[] ids(List<Accepted> actions, Function<Accepted, @Nullable UUID> field) {
        @Nullable UUID[] ids = new UUID[actions.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = field.apply(actions.get(i));
        }
        return ids;
    }

    private static String[] texts(List<Accepted> actions, Function<Accepted, String> field) {
        return actions.stream().map(field).toArray(String[]::new);
    }
}
