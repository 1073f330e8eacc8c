package rw.ishemalink.payment.shares.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.payment.shares.Commission.Split;
import rw.ishemalink.payment.shares.Delivery;
import rw.ishemalink.payment.shares.Share;
import rw.ishemalink.payment.shares.ShareRules.Step;

/** Shares in the database, and what they need to know of payments. A payment is always locked before its share. */
@ApplicationScoped
public class ShareStore {

    /**
     * What was paid for a booking.
     *
     * @param net whole francs without VAT
     * @param kept whether it was paid and is not on its way back
     */
    public record Price(long net, boolean kept) {}

    private static final String PRICE = """
            select total - vat as net, status = 'SUCCEEDED' as kept from payment
             where booking_id = :bookingId and tenant = :tenant for update""";

    private static final String INSERT = """
            insert into share (booking_id, tenant, driver_id, operator_id, delivered_at)
            values (:bookingId, :tenant, :driverId, :operatorId, :deliveredAt) on conflict do nothing""";

    private static final String EARNED = """
            update share set status = 'EARNED', commission = :commission, amount = :amount, earned_by = :transfer
             where booking_id = :bookingId and status = 'WAITING'""";

    private static final String REVERSED = """
            update share set status = 'REVERSED', reversed_by = :transfer
             where booking_id = :bookingId and status = 'EARNED'""";

    /** What was paid for the tenant's booking, its payment locked until the transaction ends. */
    public Optional<Price> findPriceLocked(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery(PRICE)
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map((row, context) -> new Price(row.getLong("net"), row.getBoolean("kept")))
                .findOne();
    }

    /** Notes who delivered the booking, unless that is known. */
    public void insert(Handle sql, Delivery delivery) {
        sql.createUpdate(INSERT)
                .bind("bookingId", delivery.bookingId())
                .bind("tenant", delivery.tenant())
                .bind("driverId", delivery.driverId())
                .bind("operatorId", delivery.operatorId())
                .bind("deliveredAt", delivery.deliveredAt())
                .execute();
    }

    /** The shares of those bookings, as far as there are any, locked until the transaction ends. */
    public List<Share> listLocked(Handle sql, List<UUID> bookingIds) {
        return sql.createQuery("select * from share where booking_id = any(:bookingIds) order by booking_id for update")
                .bindArray("bookingIds", UUID.class, bookingIds)
                .map(ShareStore::share)
                .list();
    }

    /** Writes a step, with the transfer that booked it. */
    public void update(Handle sql, Delivery delivery, Step step, UUID transfer) {
        var update =
                switch (step.status()) {
                    case EARNED ->
                        sql.createUpdate(EARNED)
                                .bind("commission", step.split().commission())
                                .bind("amount", step.split().share());
                    case REVERSED -> sql.createUpdate(REVERSED);
                    case WAITING -> throw new IllegalArgumentException("nothing leads back to waiting");
                };
        update.bind("transfer", transfer)
                .bind("bookingId", delivery.bookingId())
                .execute();
    }

    private static Share share(ResultSet row, StatementContext context) throws SQLException {
        UUID earnedBy = row.getObject("earned_by", UUID.class);
        return new Share(
                new Delivery(
                        row.getObject("booking_id", UUID.class),
                        row.getString("tenant"),
                        row.getObject("driver_id", UUID.class),
                        row.getObject("operator_id", UUID.class),
                        row.getTimestamp("delivered_at").toInstant()),
                Share.Status.valueOf(row.getString("status")),
                earnedBy == null ? null : new Split(row.getLong("commission"), row.getLong("amount")),
                earnedBy);
    }
}
