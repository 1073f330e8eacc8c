package rw.ishemalink.booking.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table of drivers. */
@ApplicationScoped
public class DriverStore {

    /** A compacted topic may bring a change again, or an older one late: only a newer one counts. */
    private static final String KEEP = """
            insert into driver (driver_id, tenant, active, vehicle_id, vehicle_plate, operator_id, sequence)
            values (:driverId, :tenant, :active, :vehicleId, :vehiclePlate, :operatorId, :sequence)
            on conflict (driver_id) do update
            set tenant = excluded.tenant, active = excluded.active, vehicle_id = excluded.vehicle_id,
                vehicle_plate = excluded.vehicle_plate, operator_id = excluded.operator_id,
                sequence = excluded.sequence
            where driver.sequence < excluded.sequence""";

    private static final String FIND_ACTIVE = """
            select driver_id, tenant, active, vehicle_id, vehicle_plate, operator_id, sequence
            from driver where tenant = :tenant and driver_id = :driverId and active""";

    public void keep(Handle sql, Driver driver) {
        sql.createUpdate(KEEP).bindMethods(driver).execute();
    }

    /** The driver, if work may be offered. */
    public Optional<Driver> findActive(Handle sql, String tenant, UUID driverId) {
        return sql.createQuery(FIND_ACTIVE)
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .map(ConstructorMapper.of(Driver.class))
                .findOne();
    }
}
