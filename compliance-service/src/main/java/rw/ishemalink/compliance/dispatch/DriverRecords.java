package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.compliance.licence.store.DrivingLicenceSeal;

/** The drivers on record. An event that is older than what is on record changes nothing. */
@ApplicationScoped
public class DriverRecords {

    private static final String SAVE = """
            insert into driver_record (driver_id, tenant, licence_number, licence_index, licence_categories, licence_valid_until, active,
                                       vehicle_id, vehicle_kind, vehicle_plate, operator_id, operator_tin, sequence)
            select :driverId, :tenant, case when not forgotten then :sealedLicence end,
                   case when not forgotten then cast(:licenceIndex as bytea) end, :categories,
                   cast(:licenceValidUntil as date), :active and not forgotten, :vehicleId, :vehicleKind,
                   :vehiclePlate, cast(:operatorId as uuid), :operatorTin, :sequence
              from (select exists (select from erased_person where person_id = :driverId) as forgotten) as person
            on conflict (driver_id) do update
               set licence_number = excluded.licence_number, licence_index = excluded.licence_index,
                   licence_categories = excluded.licence_categories,
                   licence_valid_until = excluded.licence_valid_until, active = excluded.active,
                   vehicle_id = excluded.vehicle_id, vehicle_kind = excluded.vehicle_kind, vehicle_plate = excluded.vehicle_plate,
                   operator_id = excluded.operator_id, operator_tin = excluded.operator_tin,
                   sequence = excluded.sequence
             where driver_record.sequence < excluded.sequence""";

    private final DrivingLicenceSeal licences;

    DriverRecords(DrivingLicenceSeal licences) {
        this.licences = licences;
    }

    /** Keeps the driver as it stands; whether that was news. */
    public boolean save(Handle sql, DriverRecord driver) {
        return sql.createUpdate(SAVE)
                        .bind("sealedLicence", licences.seal(driver.driverId(), driver.licenceNumber()))
                        .bind("licenceIndex", licences.index(driver.tenant(), driver.licenceNumber()))
                        .bindMethods(driver)
                        .bindArray("categories", String.class, driver.licenceCategories())
                        .execute()
                > 0;
    }

    /** Those drivers, by their id; no entry for who is not on record. */
    public Map<UUID, DriverRecord> list(Handle sql, List<UUID> driverIds) {
        return sql
                .createQuery("select * from driver_record where driver_id = any(:ids)")
                .bindArray("ids", UUID.class, driverIds)
                .map(this::toRecord)
                .stream()
                .collect(Collectors.toMap(DriverRecord::driverId, Function.identity()));
    }

    private DriverRecord toRecord(ResultSet row, StatementContext context) throws SQLException {
        UUID driverId = row.getObject("driver_id", UUID.class);
        return new DriverRecord(
                driverId,
                row.getString("tenant"),
                licences.open(driverId, row.getString("licence_number")),
                List.of((String[]) row.getArray("licence_categories").getArray()),
                row.getObject("licence_valid_until", LocalDate.class),
                row.getBoolean("active"),
                row.getObject("vehicle_id", UUID.class),
                VehicleKind.valueOf(row.getString("vehicle_kind")),
                row.getString("vehicle_plate"),
                row.getObject("operator_id", UUID.class),
                row.getString("operator_tin"),
                row.getLong("sequence"));
    }
}
