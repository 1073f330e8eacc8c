package rw.ishemalink.booking.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The table of drivers. */
@ApplicationScoped
public class DriverStore {

    /** A compacted topic may bring a change again, or an older one late: only a newer one counts. */
    private static final String KEEP = """
            insert into driver (driver_id, tenant, active, on_duty, vehicle_id, vehicle_plate, vehicle_kind, capacity_kg,
                                licence_categories, licence_valid_until, operator_id, phone, language, sequence)
            values (:driverId, :tenant, :active, :onDuty, :vehicleId, :vehiclePlate, :vehicleKind, :capacityKg,
                    :licenceCategories, :licenceValidUntil, :operatorId,
                    case when not exists (select from erased_person where person_id = :driverId) then :phone end,
                    :language, :sequence)
            on conflict (driver_id) do update
            set tenant = excluded.tenant, active = excluded.active, on_duty = excluded.on_duty,
                vehicle_id = excluded.vehicle_id, vehicle_plate = excluded.vehicle_plate,
                vehicle_kind = excluded.vehicle_kind, capacity_kg = excluded.capacity_kg,
                licence_categories = excluded.licence_categories, licence_valid_until = excluded.licence_valid_until,
                operator_id = excluded.operator_id, phone = excluded.phone, language = excluded.language,
                sequence = excluded.sequence
            where driver.sequence < excluded.sequence""";

    private static final String FIND_ACTIVE = """
            select driver_id, tenant, active, on_duty, vehicle_id, vehicle_plate, vehicle_kind, capacity_kg,
                   licence_categories, licence_valid_until, operator_id, sequence
            from driver where tenant = :tenant and driver_id = :driverId and active""";

    private static final SealedColumn PHONE = new SealedColumn("driver", "phone");

    public static final SealedTable TABLE =
            SealedTable.of("driver", "driver_id").with(PHONE);

    private final ColumnCipher cipher;

    DriverStore(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** Keeps the driver's newest change. Who was forgotten has no phone. */
    public void keep(Handle sql, Driver driver, DriverContact contact) {
        sql.createUpdate(KEEP)
                .bindMethods(driver)
                .bind("licenceCategories", driver.licenceCategories().toArray(String[]::new))
                .bind("phone", cipher.seal(PHONE, driver.driverId(), contact.phone()))
                .bind("language", contact.language())
                .execute();
    }

    /** The driver, if work may be offered. */
    public Optional<Driver> findActive(Handle sql, String tenant, UUID driverId) {
        return sql.createQuery(FIND_ACTIVE)
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .map(ConstructorMapper.of(Driver.class))
                .findOne();
    }

    /** Those of the drivers who are of the operator's fleet. */
    public Set<UUID> listOfFleet(Handle sql, UUID operatorId, Collection<UUID> driverIds) {
        return sql.createQuery(
                        "select driver_id from driver where operator_id = :operatorId and driver_id = any(:driverIds)")
                .bind("operatorId", operatorId)
                .bind("driverIds", driverIds.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .set();
    }

    /** How to reach those of the drivers whose phone was told. */
    public List<DriverContact> listContacts(Handle sql, Collection<UUID> driverIds) {
        return sql.createQuery("""
                        select driver_id, phone, language from driver
                        where driver_id = any(:driverIds) and phone is not null""")
                .bind("driverIds", driverIds.toArray(UUID[]::new))
                .map((row, _) -> contact(row))
                .list();
    }

    private DriverContact contact(ResultSet row) throws SQLException {
        UUID driverId = row.getObject("driver_id", UUID.class);
        return new DriverContact(
                driverId, cipher.open(PHONE, driverId, row.getString("phone")), row.getString("language"));
    }
}
