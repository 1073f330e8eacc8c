package rw.ishemalink.booking.dispatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.dispatch.Consideration;
import rw.ishemalink.booking.dispatch.Gate;
import rw.ishemalink.booking.dispatch.Refused;
import rw.ishemalink.booking.dispatch.Search;
import rw.ishemalink.booking.dispatch.Ties;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.lifecycle.Assignment;

/** Why drivers were not asked: the table that tells it, and what binds them now. */
@ApplicationScoped
public class ConsiderationStore {

    private static final String TIES = """
            select asked.driver_id,
                   exists (select 1 from booking b where b.tenant = driver.tenant
                             and b.driver_id = asked.driver_id and b.status in
                           ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))
                   or exists (select 1 from dispatch_offer o where o.driver_id = asked.driver_id and o.state = 'OPEN')
                     as busy,
                   exists (select 1 from dispatch_offer o where o.booking_id = :bookingId
                           and o.driver_id = asked.driver_id and o.state in ('DECLINED', 'EXPIRED')) as refused_before,
                   exists (select 1 from dispatch_consideration c where c.booking_id = :bookingId
                           and c.driver_id = asked.driver_id and c.gate = 'DISPATCH_REFUSED') as dispatch_refused
            from unnest(:driverIds, :sequences) as asked (driver_id, sequence) join driver using (driver_id, sequence)""";

    private static final String INSERT = """
            insert into dispatch_consideration (booking_id, driver_id, gate, batch, tenant, vehicle_id, distance_m)
            select :bookingId, driver_id, gate, :batch, :tenant, vehicle_id, distance_m
            from unnest(:driverIds, :vehicleIds, :gates, :distances) as refused (driver_id, vehicle_id, gate, distance_m)
            on conflict do nothing
            returning *""";

    /** Compliance tells no distance; if the driver had an offer, that one does. */
    private static final String INSERT_DISPATCH_REFUSED = """
            insert into dispatch_consideration (booking_id, driver_id, gate, batch, tenant, vehicle_id, distance_m)
            values (:bookingId, :driverId, 'DISPATCH_REFUSED', greatest(1, :batch), :tenant, :vehicleId,
                    (select distance_m from dispatch_offer where booking_id = :bookingId and driver_id = :driverId
                     order by batch desc limit 1))
            on conflict do nothing
            returning *""";

    /** What binds the drivers, or stands between them and the booking; without those whom the table knows otherwise. */
    public Map<UUID, Ties> listTies(Handle sql, UUID bookingId, Collection<Driver> drivers) {
        return sql
                .createQuery(TIES)
                .bind("bookingId", bookingId)
                .bind("driverIds", drivers.stream().map(Driver::driverId).toArray(UUID[]::new))
                .bind("sequences", drivers.stream().map(Driver::sequence).toArray(Long[]::new))
                .map((row, _) -> Map.entry(
                        row.getObject("driver_id", UUID.class),
                        new Ties(
                                row.getBoolean("busy"),
                                row.getBoolean("refused_before"),
                                row.getBoolean("dispatch_refused"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes who was refused, for the batch that is being made up; answers with what was not noted before. */
    public List<Consideration> insert(Handle sql, Search search, List<Refused> refused) {
        return sql.createQuery(INSERT)
                .bind("bookingId", search.bookingId())
                .bind("batch", search.nextBatch())
                .bind("tenant", search.tenant())
                .bind(
                        "driverIds",
                        refused.stream().map(one -> one.near().driverId()).toArray(UUID[]::new))
                .bind(
                        "vehicleIds",
                        refused.stream()
                                .map(one -> one.near().driver().vehicleId())
                                .toArray(UUID[]::new))
                .bind("gates", refused.stream().map(one -> one.gate().name()).toArray(String[]::new))
                .bind(
                        "distances",
                        refused.stream().map(one -> one.near().wholeMetres()).toArray(Long[]::new))
                .map((row, _) -> consideration(row))
                .list();
    }

    /** Notes that compliance refused the driver who was asked; answers with it, unless it was noted before. */
    public List<Consideration> insertDispatchRefused(Handle sql, Search search, Assignment asked) {
        return sql.createQuery(INSERT_DISPATCH_REFUSED)
                .bind("bookingId", search.bookingId())
                .bind("driverId", asked.driverId())
                .bind("vehicleId", asked.vehicleId())
                .bind("batch", search.batch())
                .bind("tenant", search.tenant())
                .map((row, _) -> consideration(row))
                .list();
    }

    /** Who was not asked, in batches, nearest first. */
    public List<Consideration> list(Handle sql, UUID bookingId) {
        return sql.createQuery("""
                        select * from dispatch_consideration where booking_id = :bookingId
                        order by batch, distance_m, driver_id, considered_at""")
                .bind("bookingId", bookingId)
                .map((row, _) -> consideration(row))
                .list();
    }

    private static Consideration consideration(ResultSet row) throws SQLException {
        return new Consideration(
                row.getObject("driver_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                row.getInt("batch"),
                Gate.valueOf(row.getString("gate")),
                row.getObject("distance_m", Long.class),
                row.getObject("considered_at", OffsetDateTime.class).toInstant());
    }
}
