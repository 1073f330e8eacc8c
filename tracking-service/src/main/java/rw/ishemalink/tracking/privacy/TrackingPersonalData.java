package rw.ishemalink.tracking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;

/** Where people's goods and rides went. Where drivers were is the history's to tell. */
@ApplicationScoped
class TrackingPersonalData implements PersonalData {

    /** What the trip is blanked to. */
    static final String BLANKED = "destination_latitude = null, destination_longitude = null, coarse = true";

    private static final String OPEN = """
            select exists (select from trip where tenant = :tenant and ended_at is null
                              and (sender_id = :personId or driver_id = :personId))""";

    private static final String ERASE = "update trip set " + BLANKED
            + " where tenant = :tenant and not coarse and ended_at is not null"
            + " and (sender_id = :personId or driver_id = :personId)";

    /** Only once no trip is open: what is told of those is still needed. */
    private static final String ERASE_EVENTS =
            "delete from trip_event e where tenant = :tenant and (driver_id = :personId"
                    + " or exists (select from trip t where t.booking_id = e.booking_id and t.sender_id = :personId))";
    /** A driver's own devices; those of a fleet's vehicles say nothing of who registered them but an id. */
    private static final String ERASE_DEVICES = """
            update device set name = 'device', revoked_at = coalesce(revoked_at, now())
             where tenant = :tenant and driver_id = :personId and (revoked_at is null or name <> 'device')""";

    private static final String ERASE_LINKS = "delete from share_link where tenant = :tenant and made_by = :personId";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                PersonalSet.of(
                        "trips",
                        "booking_id",
                        "select booking_id, kind, destination_district, destination_latitude, destination_longitude,"
                                + " assigned_at, picked_up_at, at_border_at, ended_at"
                                + " from trip where tenant = :tenant and (sender_id = :personId or driver_id = :personId)"),
                PersonalSet.of(
                        "trip-events",
                        "event_id",
                        "select e.event_id, e.booking_id, e.change, e.recorded_at, e.late, e.latitude, e.longitude,"
                                + " e.geofence, e.speed_kmh, e.limit_kmh, e.since"
                                + " from trip_event e left join trip t using (booking_id) where e.tenant = :tenant"
                                + " and (e.driver_id = :personId or t.sender_id = :personId)"),
                PersonalSet.of(
                        "devices",
                        "device_id",
                        "select device_id, name, driver_id, vehicle_id, registered_by, registered_at, revoked_at"
                                + " from device where tenant = :tenant"
                                + " and (driver_id = :personId or registered_by = :personId)"),
                PersonalSet.of(
                        "vehicle",
                        "driver_id",
                        "select driver_id, vehicle_id, active from driver_vehicle"
                                + " where tenant = :tenant and driver_id = :personId"),
                PersonalSet.of(
                        "links",
                        "link_id",
                        "select link_id, booking_id, made_at, expires_at, revoked_at, opened_at from share_link"
                                + " where tenant = :tenant and made_by = :personId"));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        boolean open = sql.createQuery(OPEN)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .mapTo(Boolean.class)
                .one();
        return open ? Optional.of("open-trips") : Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        return Erasure.of(execute(tx, ERASE_LINKS, tenant, personId)
                + execute(tx, ERASE_EVENTS, tenant, personId)
                + execute(tx, ERASE, tenant, personId)
                + execute(tx, ERASE_DEVICES, tenant, personId));
    }

    private static long execute(Tx tx, String statement, String tenant, UUID personId) {
        return tx.sql()
                .createUpdate(statement)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
    }
}
