package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Shifts in the database, by its clock. Whoever begins or ends one holds the driver's lock. */
@Singleton
class ShiftStore {

    /** A driver whose shift has lasted too long. */
    record Overdue(String tenant, UUID driverId) {}

    private static final RowMapper<Shift> SHIFT = (row, context) -> new Shift(
            row.getObject("shift_id", UUID.class),
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
            Optional.ofNullable(row.getString("ended_because")).map(ShiftEnd::valueOf));

    Optional<Shift> findOpen(Handle sql, UUID driverId) {
        return sql.createQuery("select * from driver_shift where driver_id = :driverId and ended_at is null")
                .bind("driverId", driverId)
                .map(SHIFT)
                .findOne();
    }

    /** Begins a shift of a driver who has none. */
    Shift begin(Handle sql, Driver driver, Duration longest) {
        return sql.createQuery("""
                        insert into driver_shift (shift_id, driver_id, tenant, ends_at)
                        values (:shiftId, :driverId, :tenant, now() + :longestMillis * interval '1 millisecond')
                        returning *""")
                .bind("shiftId", TimeOrderedId.next())
                .bind("driverId", driver.driverId())
                .bind("tenant", driver.tenant())
                .bind("longestMillis", longest.toMillis())
                .map(SHIFT)
                .one();
    }

    /** Ends the driver's shift; whether there was one. A transaction that began earlier may end it: never before its start. */
    boolean end(Handle sql, UUID driverId, ShiftEnd because) {
        return sql.createUpdate("""
                        update driver_shift set ended_at = greatest(now(), started_at), ended_because = :because
                        where driver_id = :driverId and ended_at is null""")
                        .bind("driverId", driverId)
                        .bind("because", because.name())
                        .execute()
                > 0;
    }

    /** Ends the driver's shift if its time is over; whether it was. */
    boolean endIfOverdue(Handle sql, UUID driverId) {
        return sql.createUpdate("""
                        update driver_shift set ended_at = now(), ended_because = 'TOO_LONG'
                        where driver_id = :driverId and ended_at is null and ends_at <= now()""").bind("driverId", driverId).execute() > 0;
    }

    /** A driver whose shift has lasted too long, locked; one that another instance is at is passed over. */
    Optional<Overdue> findOverdueForUpdate(Handle sql) {
        return sql.createQuery("""
                        select d.tenant, d.driver_id from driver_shift s join driver d using (driver_id)
                        where s.ended_at is null and s.ends_at <= now()
                        order by s.ends_at limit 1 for update of d skip locked""")
                .map((row, context) -> new Overdue(row.getString("tenant"), row.getObject("driver_id", UUID.class)))
                .findOne();
    }

    /** The driver's shifts before that one, the newest first. */
    List<Shift> list(Handle sql, String tenant, UUID driverId, Optional<UUID> before, int limit) {
        return sql.createQuery("""
                        select * from driver_shift where tenant = :tenant and driver_id = :driverId
                          and (cast(:before as uuid) is null or shift_id < :before)
                        order by shift_id desc limit :limit""")
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .bind("before", before)
                .bind("limit", limit)
                .map(SHIFT)
                .list();
    }
}
