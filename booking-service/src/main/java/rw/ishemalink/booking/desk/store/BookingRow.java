package rw.ishemalink.booking.desk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Milestones;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.quote.store.TermsJson;
import rw.ishemalink.booking.saga.Progress;
import rw.ishemalink.booking.saga.Step;

/** Reads a row of the table {@code booking}. */
final class BookingRow {

    private BookingRow() {}

    static Booking booking(BookingSeal seal, ResultSet row) throws SQLException {
        return new Booking(
                order(seal, row),
                BookingStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                assignment(row),
                receipt(row),
                row.getString("last_refusal"),
                new Milestones(
                        time(row, "confirmed_at"),
                        time(row, "paid_at"),
                        time(row, "manifest_accepted_at"),
                        time(row, "picked_up_at"),
                        time(row, "delivered_at")),
                row.getObject("stars", Integer.class),
                CustomsJson.read(row.getString("customs")));
    }

    static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Step.valueOf(row.getString("step")),
                time(row, "step_deadline"),
                row.getInt("step_attempts"),
                row.getString("step_error"));
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Order order(BookingSeal seal, ResultSet row) throws SQLException {
        UUID id = uuid(row, "booking_id");
        return new Order(
                id,
                row.getString("tenant"),
                row.getString("tracking_code"),
                seal.openSender(id, row),
                seal.openPayer(id, row),
                TermsJson.read(row.getString("terms")),
                seal.openConsignee(id, row),
                row.getObject("declared_value_rwf", Long.class),
                seal.openReceiver(id, row),
                seal.openBuyer(id, row),
                time(row, "scheduled_for"),
                uuid(row, "sync_id"),
                row.getBoolean("offline_created"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Assignment assignment(ResultSet row) throws SQLException {
        UUID driverId = uuid(row, "driver_id");
        return driverId == null
                ? null
                : new Assignment(
                        driverId,
                        uuid(row, "vehicle_id"),
                        row.getString("vehicle_plate"),
                        uuid(row, "operator_id"),
                        uuid(row, "clearance_id"));
    }

    private static @Nullable Receipt receipt(ResultSet row) throws SQLException {
        String number = row.getString("receipt_number");
        return number == null
                ? null
                : new Receipt(
                        number,
                        row.getObject("receipt_issued_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("receipt_locally_signed"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
