package rw.ishemalink.booking.desk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Visibility;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Change;

/** Reads bookings. */
@ApplicationScoped
public class BookingQueries {

    /** A booking that was booked under a sync id before, and the fingerprint of the request. */
    public record Earlier(Booking booking, String fingerprint) {}

    private final BookingSeal seal;

    BookingQueries(BookingSeal seal) {
        this.seal = seal;
    }

    public Optional<Booking> find(Handle sql, String tenant, UUID bookingId) {
        return find(sql, tenant, bookingId, "");
    }

    /** The booking, its row locked until the end of the transaction. */
    public Optional<Booking> findForUpdate(Handle sql, String tenant, UUID bookingId) {
        return find(sql, tenant, bookingId, " for update");
    }

    private Optional<Booking> find(Handle sql, String tenant, UUID bookingId, String lock) {
        return sql.createQuery("select * from booking where tenant = :tenant and booking_id = :bookingId" + lock)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .map((row, _) -> BookingRow.booking(seal, row))
                .findOne();
    }

    /** Those of the bookings that the tenant has, in no order. */
    public List<Booking> list(Handle sql, String tenant, Collection<UUID> bookingIds) {
        return sql.createQuery("select * from booking where tenant = :tenant and booking_id = any(:bookingIds)")
                .bind("tenant", tenant)
                .bind("bookingIds", bookingIds.toArray(UUID[]::new))
                .map((row, _) -> BookingRow.booking(seal, row))
                .list();
    }

    /** What the driver is to move, or moves. */
    public Optional<Booking> findTrip(Handle sql, String tenant, UUID driverId) {
        return sql.createQuery("""
                        select * from booking where tenant = :tenant and driver_id = :driverId
                          and status in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER')""")
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .map((row, _) -> BookingRow.booking(seal, row))
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
                .map((row, _) -> new Earlier(BookingRow.booking(seal, row), row.getString("sync_fingerprint")))
                .findOne();
    }

    /** The newest bookings that are searched for and exist for the caller, newest first, in one statement. */
    public List<Listed> list(Handle sql, Visibility visibility, Search search) {
        return new Listing(visibility, search)
                .query(sql)
                .map((row, _) -> new Listed(BookingRow.booking(seal, row), BookingRow.progress(row)))
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

    private static @Nullable BookingStatus status(@Nullable String name) {
        return name == null ? null : BookingStatus.valueOf(name);
    }
}
