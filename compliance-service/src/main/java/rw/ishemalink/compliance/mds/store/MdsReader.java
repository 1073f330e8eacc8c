package rw.ishemalink.compliance.mds.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.EventType;
import rw.ishemalink.compliance.mds.Fix;
import rw.ishemalink.compliance.mds.Point;
import rw.ishemalink.compliance.mds.Ride;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.compliance.mds.VehicleEvent;

/** Answers the regulator's questions about one tenant. */
@ApplicationScoped
public class MdsReader {

    /** What a page of a longer list is cut out by; all of it when the limit is null. */
    public record Cut(@Nullable Integer limit, int offset) {
        public static final Cut NONE = new Cut(null, 0);
    }

    private static final String VEHICLES = """
            select vehicle_id, plate, kind from mds_vehicle
             where tenant = :tenant and (cast(:vehicleId as uuid) is null or vehicle_id = cast(:vehicleId as uuid))
             order by vehicle_id limit cast(:limit as int) offset :offset""";

    /** A vehicle's own events say no place: it is where the vehicle was seen last, or else first. */
    private static final String EVENTS = """
            select e.event_id, e.vehicle_id, e.type, e.at, e.recorded_at, e.trip_id,
                   coalesce(e.latitude, before.latitude, later.latitude) as latitude,
                   coalesce(e.longitude, before.longitude, later.longitude) as longitude
              from mds_event e join mds_vehicle v on v.vehicle_id = e.vehicle_id and v.tenant = e.tenant
              left join lateral (
                select latitude, longitude from mds_telemetry t
                 where t.vehicle_id = e.vehicle_id and t.at <= e.at order by t.slice desc limit 1
              ) before on e.latitude is null
              left join lateral (
                select latitude, longitude from mds_telemetry t
                 where t.vehicle_id = e.vehicle_id and t.at > e.at order by t.slice limit 1
              ) later on e.latitude is null and before.latitude is null
             where e.tenant = :tenant and coalesce(e.latitude, before.latitude, later.latitude) is not null""";

    private static final String EVENTS_BETWEEN = EVENTS
            + " and e.at >= :from and e.at < :to order by e.at, e.event_id limit cast(:limit as int) offset :offset";

    private static final String LAST_EVENT =
            EVENTS + " and e.vehicle_id = :vehicleId order by e.at desc, e.event_id limit 1";

    private static final String FIXES = """
            select t.*, (select r.trip_id from mds_trip r
                          where r.vehicle_id = t.vehicle_id and r.started_at <= t.at
                            and (r.ended_at is null or t.at <= r.ended_at)
                          order by r.started_at desc limit 1) as trip_id
              from mds_telemetry t join mds_vehicle v on v.vehicle_id = t.vehicle_id and v.tenant = t.tenant
             where t.tenant = :tenant""";

    private static final String FIXES_BETWEEN = FIXES + " and t.at >= :from and t.at < :to order by t.at, t.vehicle_id";

    private static final String LAST_FIX = FIXES + " and t.vehicle_id = :vehicleId order by t.slice desc limit 1";

    private static final String TRIPS = """
            select r.*, coalesce(s.latitude, r.start_latitude) as from_latitude,
                   coalesce(s.longitude, r.start_longitude) as from_longitude,
                   coalesce(e.latitude, r.end_latitude) as to_latitude,
                   coalesce(e.longitude, r.end_longitude) as to_longitude
              from mds_trip r
              left join mds_trip_mark s on s.trip_id = r.trip_id and s.mark = 'STARTED'
              left join mds_trip_mark e on e.trip_id = r.trip_id and e.mark = 'ENDED'
             where r.tenant = :tenant and r.ended_at >= :from and r.ended_at < :to and r.started_at is not null
             order by r.ended_at, r.trip_id""";

    /** The tenant's vehicles, or the one of that id. */
    public List<RideVehicle> vehicles(Handle sql, String tenant, @Nullable UUID vehicleId, Cut cut) {
        return cut(sql.createQuery(VEHICLES).bind("tenant", tenant).bind("vehicleId", vehicleId), cut)
                .map((row, context) -> new RideVehicle(
                        row.getObject("vehicle_id", UUID.class), row.getString("plate"), row.getString("kind")))
                .list();
    }

    /** Changes of state between the two moments, in order of time. */
    public List<VehicleEvent> events(Handle sql, String tenant, Instant from, Instant to, Cut cut) {
        return cut(between(sql.createQuery(EVENTS_BETWEEN), tenant, from, to), cut)
                .map(MdsReader::event)
                .list();
    }

    /** The vehicle's latest change of state. */
    public Optional<VehicleEvent> findLastEvent(Handle sql, String tenant, UUID vehicleId) {
        return sql.createQuery(LAST_EVENT)
                .bind("tenant", tenant)
                .bind("vehicleId", vehicleId)
                .map(MdsReader::event)
                .findOne();
    }

    /** Positions between the two moments, in order of time. */
    public List<Fix> fixes(Handle sql, String tenant, Instant from, Instant to) {
        return between(sql.createQuery(FIXES_BETWEEN), tenant, from, to)
                .map(MdsReader::fix)
                .list();
    }

    /** The vehicle's latest position. */
    public Optional<Fix> findLastFix(Handle sql, String tenant, UUID vehicleId) {
        return sql.createQuery(LAST_FIX)
                .bind("tenant", tenant)
                .bind("vehicleId", vehicleId)
                .map(MdsReader::fix)
                .findOne();
    }

    /** Rides that ended between the two moments, in order of time. */
    public List<Ride> rides(Handle sql, String tenant, Instant from, Instant to) {
        return between(sql.createQuery(TRIPS), tenant, from, to)
                .map(MdsReader::ride)
                .list();
    }

    /**
     * When the first is from.
     *
     * @param what {@code mds_event} or {@code mds_telemetry}
     */
    public Optional<Instant> findFirst(Handle sql, String tenant, String what) {
        return sql.createQuery("select at from " + what + " where tenant = :tenant order by at limit 1")
                .bind("tenant", tenant)
                .map((row, context) -> instant(row, "at"))
                .findOne();
    }

    private static Query cut(Query query, Cut cut) {
        return query.bind("limit", cut.limit()).bind("offset", cut.offset());
    }

    private static Query between(Query query, String tenant, Instant from, Instant to) {
        return query.bind("tenant", tenant).bind("from", from).bind("to", to);
    }

    private static VehicleEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new VehicleEvent(
                row.getObject("event_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                EventType.valueOf(row.getString("type")),
                instant(row, "at"),
                instant(row, "recorded_at"),
                row.getObject("trip_id", UUID.class),
                new Point(row.getDouble("latitude"), row.getDouble("longitude")));
    }

    private static Fix fix(ResultSet row, StatementContext context) throws SQLException {
        return new Fix(
                row.getObject("vehicle_id", UUID.class),
                instant(row, "at"),
                new Point(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getObject("speed_mps", Double.class),
                row.getObject("heading_degrees", Double.class),
                row.getObject("accuracy_metres", Double.class),
                row.getObject("trip_id", UUID.class));
    }

    private static Ride ride(ResultSet row, StatementContext context) throws SQLException {
        return new Ride(
                row.getObject("trip_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                instant(row, "requested_at"),
                instant(row, "quoted_start_at"),
                instant(row, "dispatched_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                new Point(row.getDouble("from_latitude"), row.getDouble("from_longitude")),
                new Point(row.getDouble("to_latitude"), row.getDouble("to_longitude")),
                row.getLong("distance_metres"),
                row.getLong("total_rwf"),
                row.getLong("vat_rwf"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
