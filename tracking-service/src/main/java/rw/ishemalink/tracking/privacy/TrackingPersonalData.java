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

    /** What the trip is blanked to: a tenth of a degree (11 km), as a trip that started must have been somewhere. */
    static final String BLANKED = "destination_latitude = null, destination_longitude = null, inside = '{}',"
            + " shown_latitude = round(shown_latitude::numeric, 1), shown_longitude = round(shown_longitude::numeric, 1),"
            + " coarse = true";

    private static final String OPEN = """
            select exists (select from trip where tenant = :tenant and ended_at is null
                              and (sender_id = :personId or driver_id = :personId))""";

    private static final String ERASE = "update trip set " + BLANKED
            + " where tenant = :tenant and not coarse and ended_at is not null"
            + " and (sender_id = :personId or driver_id = :personId)";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                PersonalSet.of(
                        "trips",
                        "booking_id",
                        "select booking_id, kind, destination_district, destination_latitude, destination_longitude,"
                                + " assigned_at, picked_up_at, ended_at, shown_until, shown_latitude, shown_longitude"
                                + " from trip where tenant = :tenant and (sender_id = :personId or driver_id = :personId)"),
                PersonalSet.of(
                        "vehicle",
                        "driver_id",
                        "select driver_id, vehicle_id, active from driver_vehicle"
                                + " where tenant = :tenant and driver_id = :personId"));
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
        return Erasure.of(tx.sql()
                .createUpdate(ERASE)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute());
    }
}
