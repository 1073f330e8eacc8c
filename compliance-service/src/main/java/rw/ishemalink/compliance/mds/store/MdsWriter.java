package rw.ishemalink.compliance.mds.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.mds.EventType;
import rw.ishemalink.compliance.mds.Fix;
import rw.ishemalink.compliance.mds.Point;
import rw.ishemalink.compliance.mds.Ride;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.compliance.mds.Standing;
import rw.ishemalink.compliance.mds.VehicleEvent;
import rw.ishemalink.kit.outbox.Columns;

/** Takes in what the suite's events say. */
@ApplicationScoped
public class MdsWriter {

    private record TenantFix(String tenant, long slice, Fix fix) {}

    private static final Columns<TenantFix> FIXES = new Columns<TenantFix>()
            .with("vehicle_id", "uuid", row -> row.fix().vehicleId())
            .with("slice", "bigint", TenantFix::slice)
            .with("tenant", "text", TenantFix::tenant)
            .with("at", "timestamptz", row -> row.fix().at())
            .with("latitude", "double precision", row -> row.fix().place().latitude())
            .with("longitude", "double precision", row -> row.fix().place().longitude())
            .with("speed_mps", "double precision", row -> row.fix().speedMps())
            .with("heading_degrees", "double precision", row -> row.fix().headingDegrees())
            .with("accuracy_metres", "double precision", row -> row.fix().accuracyMetres());

    private static final String ADD_FIXES = "insert into mds_telemetry (%s) select %s from %s on conflict do nothing"
            .formatted(FIXES.names(), FIXES.names(), FIXES.relation("seen"));

    private static final String STANDING =
            "select active, on_duty from mds_vehicle where vehicle_id = :vehicleId and told_at < :toldAt for update";

    private static final String SAVE_VEHICLE = """
            insert into mds_vehicle (vehicle_id, tenant, plate, kind, active, on_duty, told_at)
            values (:vehicleId, :tenant, :plate, :kind, :active, :onDuty, :toldAt)
            on conflict (vehicle_id) do update
               set plate = excluded.plate, kind = excluded.kind, active = excluded.active, on_duty = excluded.on_duty,
                   told_at = excluded.told_at
             where mds_vehicle.told_at < excluded.told_at and mds_vehicle.tenant = excluded.tenant""";

    private static final String ADD_EVENT = """
            insert into mds_event (event_id, tenant, vehicle_id, type, at, trip_id, latitude, longitude)
            values (:eventId, :tenant, :vehicleId, :type, :at, :tripId, :latitude, :longitude) on conflict do nothing""";

    /** The ride's last event may no longer say which vehicle it was to be. */
    private static final String ADD_CANCELLATION = """
            insert into mds_event (event_id, tenant, vehicle_id, type, at, trip_id)
            select :eventId, tenant, vehicle_id, :type, :at, trip_id from mds_trip
             where trip_id = :tripId and started_at is null on conflict do nothing""";

    private static final String SAVE_RIDE = """
            insert into mds_trip (trip_id, tenant, vehicle_id, requested_at, quoted_start_at, dispatched_at, started_at,
                   ended_at, start_latitude, start_longitude, end_latitude, end_longitude, distance_metres, total_rwf,
                   vat_rwf, sequence)
            values (:tripId, :tenant, :vehicleId, :requestedAt, :quotedStartAt, :dispatchedAt, :startedAt, :endedAt,
                    :start.latitude, :start.longitude, :end.latitude, :end.longitude, :distanceMetres, :totalRwf, :vatRwf,
                    :sequence)
            on conflict (trip_id) do update
               set vehicle_id = excluded.vehicle_id, started_at = excluded.started_at, ended_at = excluded.ended_at,
                   sequence = excluded.sequence, recorded_at = now()
             where mds_trip.sequence < excluded.sequence""";

    private static final String MARK = """
            insert into mds_trip_mark (trip_id, mark, latitude, longitude)
            values (:tripId, :mark, :latitude, :longitude) on conflict do nothing""";

    private static final String FORGET = """
            delete from mds_telemetry where (vehicle_id, slice) in (
              select vehicle_id, slice from mds_telemetry
               where at < now() - :keepMillis * interval '1 millisecond' limit :limit)""";

    private final ComplianceConfig.Mds config;

    MdsWriter(ComplianceConfig config) {
        this.config = config.mds();
    }

    /** How the vehicle stood before that moment; as a new one when nothing older was told of it. */
    public Standing standingBefore(Handle sql, UUID vehicleId, Instant toldAt) {
        return sql.createQuery(STANDING)
                .bind("vehicleId", vehicleId)
                .bind("toldAt", toldAt)
                .map((row, context) -> new Standing(row.getBoolean("active"), row.getBoolean("on_duty")))
                .findOne()
                .orElse(Standing.NEW);
    }

    /** Keeps the vehicle as it stands; false when something newer was told already. */
    public boolean save(Handle sql, String tenant, RideVehicle vehicle, Standing standing, Instant toldAt) {
        return sql.createUpdate(SAVE_VEHICLE)
                        .bindMethods(vehicle)
                        .bindMethods(standing)
                        .bind("tenant", tenant)
                        .bind("toldAt", toldAt)
                        .execute()
                > 0;
    }

    /** Adds a change of state; without a place it is where the vehicle was seen last. */
    public void addEvent(Handle sql, String tenant, VehicleEvent event) {
        Point place = event.place();
        sql.createUpdate(ADD_EVENT)
                .bind("eventId", event.eventId())
                .bind("tenant", tenant)
                .bind("vehicleId", event.vehicleId())
                .bind("type", event.type())
                .bind("at", event.at())
                .bind("tripId", event.tripId())
                .bind("latitude", place == null ? null : place.latitude())
                .bind("longitude", place == null ? null : place.longitude())
                .execute();
    }

    /** Adds the end of a reservation, if a vehicle was reserved. */
    public void addCancellation(Handle sql, UUID eventId, UUID tripId, EventType type, Instant at) {
        sql.createUpdate(ADD_CANCELLATION)
                .bind("eventId", eventId)
                .bind("tripId", tripId)
                .bind("type", type)
                .bind("at", at)
                .execute();
    }

    /** Keeps the ride as it stands, unless something newer was told already. */
    public void save(Handle sql, String tenant, Ride ride, long sequence) {
        sql.createUpdate(SAVE_RIDE)
                .bindMethods(ride)
                .bindMethods("start", ride.start())
                .bindMethods("end", ride.end())
                .bind("tenant", tenant)
                .bind("sequence", sequence)
                .execute();
    }

    /**
     * Notes where tracking saw a trip begin or end.
     *
     * @param mark STARTED or ENDED
     */
    public void mark(Handle sql, UUID tripId, String mark, Point place) {
        sql.createUpdate(MARK)
                .bind("tripId", tripId)
                .bind("mark", mark)
                .bindMethods(place)
                .execute();
    }

    /** Collects positions for one statement. */
    public Positions positions() {
        return new Positions();
    }

    /** Deletes up to that many positions that were kept long enough; false when there was none. */
    public boolean forget(Handle sql, int limit) {
        return sql.createUpdate(FORGET)
                        .bind("keepMillis", config.telemetryRetention().toMillis())
                        .bind("limit", limit)
                        .execute()
                > 0;
    }

    /** Positions that are written together; the first of each vehicle in each slice of time stays. */
    public final class Positions {

        private final List<TenantFix> rows = new ArrayList<>();

        /** Adds one, unless it is older than what is kept. */
        public void add(String tenant, Fix fix) {
            Duration age = Duration.between(fix.at(), Instant.now());
            if (age.compareTo(config.telemetryRetention()) < 0) {
                long slice = fix.at().toEpochMilli() / config.telemetryEvery().toMillis();
                rows.add(new TenantFix(tenant, slice, fix));
            }
        }

        /** Writes them. */
        public void write(Handle sql) {
            if (!rows.isEmpty()) {
                FIXES.bindTo(sql.createUpdate(ADD_FIXES), rows).execute();
            }
        }
    }
}
