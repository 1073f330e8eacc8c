package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The drivers on record. An event that is older than what is on record changes nothing. */
@ApplicationScoped
public class DriverRecords {

    private static final String SAVE = """
            insert into driver_record (driver_id, tenant, licence_number, licence_categories, licence_valid_until, active,
                                       vehicle_id, vehicle_kind, operator_id, operator_tin, sequence)
            values (:driverId, :tenant, :licenceNumber, :categories, :licenceValidUntil, :active,
                    :vehicleId, :vehicleKind, :operatorId, :operatorTin, :sequence)
            on conflict (driver_id) do update
               set licence_number = excluded.licence_number, licence_categories = excluded.licence_categories,
                   licence_valid_until = excluded.licence_valid_until, active = excluded.active,
                   vehicle_id = excluded.vehicle_id, vehicle_kind = excluded.vehicle_kind,
                   operator_id = excluded.operator_id, operator_tin = excluded.operator_tin,
                   sequence = excluded.sequence
             where driver_record.sequence < excluded.sequence""";

    /** Keeps the driver as it stands. */
    public void save(Handle sql, DriverRecord driver) {
        sql.createUpdate(SAVE)
                .bindMethods(driver)
                .bindArray("categories", String.class, driver.licenceCategories())
                .execute();
    }

    Optional<DriverRecord> find(Handle sql, String tenant, UUID driverId) {
        return sql.createQuery("select * from driver_record where driver_id = :driverId and tenant = :tenant")
                .bind("driverId", driverId)
                .bind("tenant", tenant)
                .map(DriverRecords::toRecord)
                .findOne();
    }

    private static DriverRecord toRecord(ResultSet row, StatementContext context) throws SQLException {
        return new DriverRecord(
                row.getObject("driver_id", UUID.class),
                row.getString("tenant"),
                row.getString("licence_number"),
                List.of((String[]) row.getArray("licence_categories").getArray()),
                row.getObject("licence_valid_until", LocalDate.class),
                row.getBoolean("active"),
                row.getObject("vehicle_id", UUID.class),
                VehicleKind.valueOf(row.getString("vehicle_kind")),
                row.getObject("operator_id", UUID.class),
                row.getString("operator_tin"),
                row.getLong("sequence"));
    }
}
