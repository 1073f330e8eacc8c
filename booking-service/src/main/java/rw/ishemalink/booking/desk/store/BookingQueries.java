package rw.ishemalink.booking.desk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Visibility;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Change;

/** Reads bookings. */
@ApplicationScoped
public class BookingQueries {

    /**
     * What to list.
     *
     * @param status only these; null: all
     * @param stuck only those whose step is overdue
     * @param after the id of the last booking of the page before; null: the first page
     */
    public record Filter(
            @Nullable BookingStatus status,
            boolean stuck,
            @Nullable UUID after,
            int limit) {}

    /** A booking that was booked under a sync id before, and the fingerprint of the request. */
    public record Earlier(Booking booking, String fingerprint) {}

    public Optional<Booking> find(Handle sql, String tenant, UUID bookingId) {
        return find(sql, tenant, bookingId, "");
    }

    /** The booking, its row locked until the end of the transaction. */
    public Optional<Booking> findForUpdate(Handle sql, String tenant, UUID bookingId) {
        return find(sql, tenant, bookingId, " for update");
    }

    private static Optional<Booking> find(Handle sql, String tenant, UUID bookingId, String lock) {
        return sql.createQuery("select * from booking where tenant = :tenant and booking_id = :bookingId" + lock)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .map((row, _) -> BookingRow.booking(row))
                .findOne();
    }

    /** Those of the bookings that the tenant has, in no order. */
    public List<Booking> list(Handle sql, String tenant, Collection<UUID> bookingIds) {
        return sql.createQuery("select * from booking where tenant = :tenant and booking_id = any(:bookingIds)")
                .bind("tenant", tenant)
                .bind("bookingIds", bookingIds.toArray(UUID[]::new))
                .map((row, _) -> BookingRow.booking(row))
                .list();
    }

    /** What the driver is to move, or moves. */
    public Optional<Booking> findTrip(Handle sql, String tenant, UUID driverId) {
        return sql.createQuery("""
                        select * from booking where tenant = :tenant and driver_id = :driverId
                          and status in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER')""")
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .map((row, _) -> BookingRow.booking(row))
                .findOne();
    }

    /** What the sender booked under that sync id. */
    public Optional<Earlier> findBySyncId(Handle sql, String tenant, UUID senderId, UUID syncId) {
        return sql.createQuery("""
                        select * from booking
                        where tenant = :tenant and sender_id = :senderId and sync_id = :syncId""")
                .bind("tenant", tenant)
                .bind("senderId", senderId)
                .bind("syncId", syncId)
                .map((row, _) -> new Earlier(BookingRow.booking(row), row.getString("sync_fingerprint")))
                .findOne();
    }

    /** The newest bookings that the filter lets through and that exist for the caller, newest first. */
    public List<Listed> list(Handle sql, Visibility visibility, Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("tenant = :tenant"));
        if (!visibility.everything()) {
            conditions.add(seen(visibility));
        }
        if (filter.status() != null) {
            conditions.add("status = :status");
        }
        if (filter.stuck()) {
            conditions.add("step_deadline < now()");
        }
        if (filter.after() != null) {
            conditions.add("booking_id < :after");
        }
        String where = String.join(" and ", conditions);
        Query query =
                sql.createQuery("select * from booking where " + where + " order by booking_id desc limit :limit");
        bind(query, visibility, filter);
        return query.map((row, _) -> new Listed(BookingRow.booking(row), BookingRow.progress(row)))
                .list();
    }

    /** The booking's changes, first to last. */
    public List<Transition> listHistory(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery("""
                        select * from booking_transition
                        where tenant = :tenant and booking_id = :bookingId order by sequence""")
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .map((row, _) -> new Transition(
                        row.getLong("sequence"),
                        Change.valueOf(row.getString("change")),
                        status(row.getString("from_status")),
                        BookingStatus.valueOf(row.getString("to_status")),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_role"),
                        row.getString("reason"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The same rule as {@code Visibility.includes}, in SQL. */
    private static String seen(Visibility visibility) {
        List<String> ways = new ArrayList<>(List.of("sender_id = :personId", "driver_id = :personId"));
        if (visibility.fleet().isPresent()) {
            ways.add("operator_id = :fleet");
        }
        if (visibility.exports()) {
            ways.add("kind = 'CARGO_INTERNATIONAL'");
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private static void bind(Query query, Visibility visibility, Filter filter) {
        query.configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("tenant", visibility.tenant())
                .bind("personId", visibility.personId())
                .bind("fleet", visibility.fleet().orElse(null))
                .bind("status", filter.status())
                .bind("after", filter.after())
                .bind("limit", filter.limit());
    }

    private static @Nullable BookingStatus status(@Nullable String name) {
        return name == null ? null : BookingStatus.valueOf(name);
    }
}
