package rw.ishemalink.booking.dispatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.booking.dispatch.Nearby;
import rw.ishemalink.booking.dispatch.Offer;
import rw.ishemalink.booking.dispatch.OfferState;
import rw.ishemalink.booking.dispatch.Search;

/** The table of offers. */
@ApplicationScoped
public class OfferStore {

    private static final String COLUMNS = "*, expires_at > clock_timestamp() and state = 'OPEN' as live";

    private static final String SELECT = "select " + COLUMNS + " from dispatch_offer ";

    /** In the order of drivers, so that two searches that ask the same ones cannot wait for each other. */
    private static final String INSERT = """
            insert into dispatch_offer (booking_id, driver_id, batch, tenant, vehicle_id, distance_m, offered_at,
                                        expires_at, state)
            select :bookingId, driver_id, :batch, :tenant, vehicle_id, distance_m, clock_timestamp(),
                   clock_timestamp() + make_interval(secs => :lifeSeconds), 'OPEN'
            from unnest(:driverIds, :vehicleIds, :distances) as asked (driver_id, vehicle_id, distance_m)
            order by driver_id
            on conflict do nothing
            returning\s""" + COLUMNS;

    private static final String END = """
            update dispatch_offer set state = :state, answered_at = clock_timestamp()
            where booking_id = :bookingId and state = 'OPEN'""";

    /** Offers the booking to the drivers, but to none who was offered another one meanwhile; answers with what was offered. */
    public List<Offer> insert(Handle sql, Search search, List<Nearby> drivers, Duration life) {
        return offers(sql.createQuery(INSERT)
                        .bind("bookingId", search.bookingId())
                        .bind("batch", search.nextBatch())
                        .bind("tenant", search.tenant())
                        .bind("lifeSeconds", life.toMillis() / 1000.0)
                        .bind(
                                "driverIds",
                                drivers.stream().map(Nearby::driverId).toArray(UUID[]::new))
                        .bind(
                                "vehicleIds",
                                drivers.stream()
                                        .map(near -> near.driver().vehicleId())
                                        .toArray(UUID[]::new))
                        .bind(
                                "distances",
                                drivers.stream().map(Nearby::wholeMetres).toArray(Long[]::new)))
                .list();
    }

    /** Ends the booking's open offers whose time is over; answers with those. */
    public List<Offer> expire(Handle sql, UUID bookingId) {
        return end(sql, bookingId, OfferState.EXPIRED, " and expires_at <= clock_timestamp()");
    }

    /** Ends all of the booking's open offers; answers with those. */
    public List<Offer> withdraw(Handle sql, UUID bookingId) {
        return end(sql, bookingId, OfferState.WITHDRAWN, "");
    }

    private static List<Offer> end(Handle sql, UUID bookingId, OfferState state, String which) {
        return offers(sql.createQuery(END + which + " returning " + COLUMNS)
                        .bind("bookingId", bookingId)
                        .bind("state", state))
                .list();
    }

    /** Writes the driver's answer to an open offer. */
    public void answer(Handle sql, Offer offer, OfferState answer) {
        sql.createUpdate(END + " and driver_id = :driverId and batch = :batch")
                .bind("bookingId", offer.bookingId())
                .bind("driverId", offer.driverId())
                .bind("batch", offer.batch())
                .bind("state", answer)
                .execute();
    }

    /** The latest offer of the booking to the driver. */
    public Optional<Offer> findLatest(Handle sql, UUID bookingId, UUID driverId) {
        return offers(sql.createQuery(SELECT + """
                        where booking_id = :bookingId and driver_id = :driverId
                        order by batch desc limit 1""").bind("bookingId", bookingId).bind("driverId", driverId))
                .findOne();
    }

    /** What the driver can accept now; nothing while they are on a trip or asked for one. */
    public Optional<Offer> findLive(Handle sql, String tenant, UUID driverId) {
        return offers(sql.createQuery(SELECT + """
                        where tenant = :tenant and driver_id = :driverId and state = 'OPEN'
                          and expires_at > clock_timestamp()
                          and not exists (select 1 from booking b where b.tenant = :tenant and b.driver_id = :driverId and b.status in
                                          ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))""").bind("tenant", tenant).bind("driverId", driverId))
                .findOne();
    }

    /** The booking's offers, in batches, nearest first. */
    public List<Offer> list(Handle sql, UUID bookingId) {
        return offers(sql.createQuery(SELECT + """
                        where booking_id = :bookingId order by batch, distance_m, driver_id""").bind("bookingId", bookingId))
                .list();
    }

    /** How long until the last of the booking's open offers expires; empty if none is open. */
    public Optional<Duration> findWait(Handle sql, UUID bookingId) {
        return sql.createQuery("""
                        select 1000 * extract(epoch from max(expires_at) - clock_timestamp()) from dispatch_offer
                        where booking_id = :bookingId and state = 'OPEN'""")
                .bind("bookingId", bookingId)
                .mapTo(Double.class)
                .findOne()
                .map(millis -> Duration.ofMillis(Math.max(0, (long) Math.ceil(millis))));
    }

    private static ResultIterable<Offer> offers(Query query) {
        return query.map((row, _) -> offer(row));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Offer(
                row.getObject("booking_id", UUID.class),
                row.getObject("driver_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                row.getInt("batch"),
                row.getLong("distance_m"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                OfferState.valueOf(row.getString("state")),
                row.getBoolean("live"),
                answered == null ? null : answered.toInstant());
    }
}
