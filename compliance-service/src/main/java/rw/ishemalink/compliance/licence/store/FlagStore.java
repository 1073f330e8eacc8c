package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Flag;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.Notice.Standing;
import rw.ishemalink.compliance.licence.Watched;

/** Bookings under way with a licence that is no longer good. Invariant: no flag is opened or closed without its history. */
@ApplicationScoped
public class FlagStore {

    /** Who moves what just now: the driver, vehicle and operator that were cleared last. */
    static final String UNDER_WAY = """
            select c.booking_id, c.tenant, r.driver_id, r.vehicle_id, r.operator_id from case_file c
              join lateral (select * from dispatch_request r where r.booking_id = c.booking_id and r.state = 'CLEARED'
                             order by r.booking_sequence desc limit 1) r on r.driver_id = c.driver_id
             where c.status in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER')""";

    private static final String RAISE = """
            with hit as materialized (
              select * from (%s) u
               where u.tenant = :tenant and :holderId in (u.driver_id, u.vehicle_id, u.operator_id)),
            flag as (
              insert into licence_flag (tenant, booking_id, licence_id, licence_kind, standing, holder_id, driver_id,
                                        operator_id, since)
              select tenant, booking_id, cast(:licenceId as uuid), cast(:kind as text), cast(:standing as text),
                     cast(:holderId as uuid), driver_id, operator_id, cast(:now as timestamptz) from hit
              on conflict (booking_id, licence_id) where closed_at is null do nothing returning flag_id, standing),
            noted as (
              insert into licence_flag_change (flag_id, change, actor_role, reason, at)
              select flag_id, 'OPENED', 'SYSTEM', standing, cast(:now as timestamptz) from flag)
            select booking_id from hit order by booking_id""".formatted(UNDER_WAY);

    private static final String SETTLE = """
            with closed as (
              update licence_flag set closed_at = :now where licence_id = :licenceId and closed_at is null returning flag_id)
            insert into licence_flag_change (flag_id, change, actor_role, reason, at)
            select flag_id, 'CLOSED', 'SYSTEM', 'The licence is valid again.', cast(:now as timestamptz) from closed""";

    private static final String CLOSE = """
            with closed as (
              update licence_flag set closed_at = :now where flag_id = :flagId and closed_at is null returning flag_id)
            insert into licence_flag_change (flag_id, change, actor_id, actor_role, reason, at)
            select flag_id, 'CLOSED', cast(:actorId as uuid), cast(:actorRole as text), cast(:reason as text),
                   cast(:now as timestamptz) from closed""";

    private static final String SELECT = """
            select f.*, c.tracking_code, c.status as booking_status from licence_flag f join case_file c using (booking_id)
             where f.tenant = :tenant and (cast(:operatorId as uuid) is null or f.operator_id = :operatorId)""";

    /** Which flags are wanted: of one fleet or all, only those that stand open, only later ones. */
    public record Wanted(
            String tenant,
            @Nullable UUID operatorId,
            boolean openOnly,
            @Nullable UUID after,
            int limit) {}

    /** Flags the bookings that are under way with the holder, and answers with them. */
    public List<UUID> raise(Handle sql, Watched watched, UUID holderId, @Nullable Standing standing, Instant now) {
        return sql.createQuery(RAISE)
                .bind("tenant", watched.tenant())
                .bind("holderId", holderId)
                .bind("licenceId", watched.licenceId())
                .bind("kind", watched.kind())
                .bind("standing", standing)
                .bind("now", now)
                .mapTo(UUID.class)
                .list();
    }

    /** The licence is good again: its flags are closed. */
    public void settle(Handle sql, UUID licenceId, Instant now) {
        sql.createUpdate(SETTLE).bind("licenceId", licenceId).bind("now", now).execute();
    }

    /** Flags in the order in which they were raised. */
    public List<Flag> list(Handle sql, Wanted wanted) {
        return sql.createQuery(SELECT + (wanted.openOnly() ? " and f.closed_at is null" : "")
                        + " and (cast(:after as uuid) is null or f.flag_id > :after) order by f.flag_id limit :limit")
                .bind("tenant", wanted.tenant())
                .bind("operatorId", wanted.operatorId())
                .bind("after", wanted.after())
                .bind("limit", wanted.limit())
                .map((row, _) -> flag(row))
                .list();
    }

    /** The flag, if it is the tenant's and, where an operator asks, of that fleet. */
    public Optional<Flag> find(Handle sql, String tenant, @Nullable UUID operatorId, UUID flagId) {
        return sql.createQuery(SELECT + " and f.flag_id = :flagId")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .bind("flagId", flagId)
                .map((row, _) -> flag(row))
                .findOne();
    }

    /** What became of the flag, first to last. */
    public List<Flag.Change> history(Handle sql, UUID flagId) {
        return sql.createQuery("select * from licence_flag_change where flag_id = :flagId order by change_id")
                .bind("flagId", flagId)
                .map((row, _) -> new Flag.Change(
                        row.getString("change"),
                        LicenceRows.findId(row, "actor_id"),
                        row.getString("actor_role"),
                        row.getString("reason"),
                        LicenceRows.time(row, "at")))
                .list();
    }

    /** Somebody says why it is settled; false when it was closed before. */
    public boolean close(Handle sql, UUID flagId, UUID actorId, String actorRole, String reason, Instant now) {
        return sql.createUpdate(CLOSE)
                        .bind("flagId", flagId)
                        .bind("actorId", actorId)
                        .bind("actorRole", actorRole)
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static Flag flag(ResultSet row) throws SQLException {
        return new Flag(
                row.getObject("flag_id", UUID.class),
                row.getObject("booking_id", UUID.class),
                row.getString("tracking_code"),
                row.getString("booking_status"),
                row.getObject("driver_id", UUID.class),
                LicenceRows.findId(row, "operator_id"),
                LicenceKind.valueOf(row.getString("licence_kind")),
                row.getObject("holder_id", UUID.class),
                Standing.valueOf(row.getString("standing")),
                LicenceRows.time(row, "since"),
                LicenceRows.findTime(row, "closed_at"));
    }
}
