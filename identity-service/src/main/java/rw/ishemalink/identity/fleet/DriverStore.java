package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Drivers and vehicles in the database. */
@Singleton
class DriverStore {

    private static final String SELECT_WITHIN = """
            select d.*, p.phone, p.language, v.plate, v.kind, v.capacity_kg, o.name as operator_name, o.tin,
                   s.shift_id is not null as on_duty
            from driver d
              join person p on p.tenant = d.tenant and p.person_id = d.driver_id
              join vehicle v on v.tenant = d.tenant and v.vehicle_id = d.vehicle_id
              left join operator o on o.tenant = d.tenant and o.operator_id = d.operator_id
              left join driver_shift s on s.driver_id = d.driver_id and s.ended_at is null
            where d.tenant = :tenant and p.phone is not null
              and (cast(:operatorId as uuid) is null or d.operator_id = :operatorId)
              and (cast(:ownId as uuid) is null or d.driver_id = :ownId)
            """;

    private final DriverSeal seal;
    private final RowMapper<Driver> driver;

    DriverStore(DriverSeal seal) {
        this.seal = seal;
        this.driver = (row, context) -> {
            UUID driverId = row.getObject("driver_id", UUID.class);
            return new Driver(
                    driverId,
                    row.getString("tenant"),
                    row.getLong("version"),
                    seal.openName(driverId, row),
                    seal.openPhone(driverId, row),
                    Language.valueOf(row.getString("language")),
                    licence(driverId, row),
                    DriverStatus.valueOf(row.getString("status")),
                    row.getLong("papers_version"),
                    check(row),
                    vehicle(row),
                    operator(row),
                    row.getBoolean("on_duty"),
                    Rating.of(row.getLong("rating_sum"), row.getLong("rating_count")));
        };
    }

    Optional<Driver> find(Handle sql, FleetBoundary boundary, UUID driverId) {
        return within(sql, boundary, "and d.driver_id = :driverId")
                .bind("driverId", driverId)
                .map(driver)
                .findOne();
    }

    /**
     * The driver, locked. The lock is a statement of its own: after waiting for it, a join in the same statement would
     * look for the vehicle that another change has just replaced, and find no driver at all.
     */
    Optional<Driver> findForUpdate(Handle sql, FleetBoundary boundary, UUID driverId) {
        sql.createQuery("select driver_id from driver where tenant = :tenant and driver_id = :driverId for update")
                .bind("tenant", boundary.tenant())
                .bind("driverId", driverId)
                .mapTo(UUID.class)
                .findOne();
        return find(sql, boundary, driverId);
    }

    /**
     * Drivers after that id, in the order of ids, which is that of onboarding.
     *
     * @param only those that are asked for
     */
    List<Driver> list(Handle sql, FleetBoundary boundary, DriverFilter only, Optional<UUID> after, int limit) {
        return within(sql, boundary, """
                        and (cast(:after as uuid) is null or d.driver_id > :after)
                        and (cast(:onDuty as boolean) is null or (s.shift_id is not null) = :onDuty)
                        and (cast(:status as text) is null or d.status = :status)
                        order by d.driver_id limit :limit""")
                .bind("after", after)
                .bind("onDuty", only.onDuty())
                .bind("status", only.status().map(DriverStatus::name))
                .bind("limit", limit)
                .map(driver)
                .list();
    }

    /** A new driver, whose papers are still to be checked. */
    void insert(Handle sql, Person person, DriverDetails details, Optional<UUID> operatorId) {
        UUID vehicleId = keepVehicle(sql, person.tenant(), details.vehicle());
        bind(sql.createUpdate("""
                        insert into driver (driver_id, tenant, version, name, licence_number, licence_index, licence_categories,
                                            licence_valid_until, status, papers_version, vehicle_id, operator_id)
                        values (:driverId, :tenant, 1, :name, :licenceNumber, :licenceIndex, :licenceCategories,
                                :licenceValidUntil, 'PENDING', 1, :vehicleId, :operatorId)"""), person.tenant(), person.personId(), details)
                .bind("vehicleId", vehicleId)
                .bind("operatorId", operatorId)
                .execute();
    }

    /** The next version, as described. */
    void update(Handle sql, Driver before, DriverDetails details, DriverMove move) {
        UUID vehicleId = keepVehicle(sql, before.tenant(), details.vehicle());
        bind(sql.createUpdate("""
                        update driver set version = version + 1, name = :name, licence_number = :licenceNumber,
                               licence_index = :licenceIndex, licence_categories = :licenceCategories, licence_valid_until = :licenceValidUntil,
                               status = :status, vehicle_id = :vehicleId,
                               papers_version = case when :asksForCheck then version + 1 else papers_version end
                        where tenant = :tenant and driver_id = :driverId"""), before.tenant(), before.driverId(), details)
                .bind("status", move.after().name())
                .bind("asksForCheck", move.asksForCheck())
                .bind("vehicleId", vehicleId)
                .execute();
    }

    /** The driver who is still known by name, locked. */
    Optional<Driver> findErasable(Handle sql, String tenant, UUID driverId) {
        return findForUpdate(sql, FleetBoundary.oneself(tenant, driverId), driverId);
    }

    /** The next version is nobody's. */
    void erase(Handle sql, Driver before) {
        sql.createUpdate("""
                        update driver set version = version + 1, name = null, licence_number = null, licence_index = null,
                               status = 'SUSPENDED'
                        where tenant = :tenant and driver_id = :driverId""")
                .bind("tenant", before.tenant())
                .bind("driverId", before.driverId())
                .execute();
    }

    /** The next version where only the person behind the driver changed. */
    void touch(Handle sql, Driver before) {
        sql.createUpdate("update driver set version = version + 1 where tenant = :tenant and driver_id = :driverId")
                .bind("tenant", before.tenant())
                .bind("driverId", before.driverId())
                .execute();
    }

    /** Adds the rating of a booking to the driver's; whether it is the booking's first. */
    boolean rate(Handle sql, Driver driver, UUID bookingId, int stars) {
        boolean isFirst = sql.createUpdate("""
                                insert into driver_rating (booking_id, driver_id, tenant, stars)
                                values (:bookingId, :driverId, :tenant, :stars) on conflict (booking_id) do nothing""")
                        .bind("bookingId", bookingId)
                        .bind("driverId", driver.driverId())
                        .bind("tenant", driver.tenant())
                        .bind("stars", stars)
                        .execute()
                > 0;
        if (isFirst) {
            sql.createUpdate("""
                            update driver set rating_sum = rating_sum + :stars, rating_count = rating_count + 1
                            where tenant = :tenant and driver_id = :driverId""")
                    .bind("stars", stars)
                    .bind("tenant", driver.tenant())
                    .bind("driverId", driver.driverId())
                    .execute();
        }
        return isFirst;
    }

    /** The vehicle with that plate, described anew; that it has one driver only is the driver table's constraint. */
    private static UUID keepVehicle(Handle sql, String tenant, VehicleDetails vehicle) {
        return sql.createQuery("""
                        insert into vehicle (vehicle_id, tenant, plate, kind, capacity_kg)
                        values (:vehicleId, :tenant, :plate, :kind, :capacityKg)
                        on conflict (tenant, plate) do update set kind = excluded.kind, capacity_kg = excluded.capacity_kg
                        returning vehicle_id""")
                .bind("vehicleId", TimeOrderedId.next())
                .bind("tenant", tenant)
                .bind("plate", vehicle.plate().value())
                .bind("kind", vehicle.kind().name())
                .bind("capacityKg", vehicle.capacityKg())
                .mapTo(UUID.class)
                .one();
    }

    private <S extends SqlStatement<S>> S bind(S statement, String tenant, UUID driverId, DriverDetails details) {
        DrivingLicence licence = details.licence();
        return statement
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .bind("name", seal.name(driverId, details.name()))
                .bind("licenceNumber", seal.licence(driverId, licence.number()))
                .bind("licenceIndex", seal.licenceIndex(tenant, licence.number()))
                .bindArray(
                        "licenceCategories",
                        String.class,
                        licence.categories().stream()
                                .map(DrivingCategory::value)
                                .toList())
                .bind("licenceValidUntil", licence.validUntil());
    }

    private static Query within(Handle sql, FleetBoundary boundary, String and) {
        return sql.createQuery(SELECT_WITHIN + and)
                .bind("tenant", boundary.tenant())
                .bind("operatorId", boundary.operatorId())
                .bind("ownId", boundary.driverId());
    }

    private DrivingLicence licence(UUID driverId, ResultSet row) throws SQLException {
        return new DrivingLicence(
                seal.openLicence(driverId, row),
                Arrays.stream((String[]) row.getArray("licence_categories").getArray())
                        .map(DrivingCategory::new)
                        .toList(),
                row.getObject("licence_valid_until", LocalDate.class));
    }

    private static Optional<PapersCheck> check(ResultSet row) throws SQLException {
        String outcome = row.getString("check_outcome");
        if (outcome == null) {
            return Optional.empty();
        }
        return Optional.of(new PapersCheck(
                row.getLong("check_sequence"),
                row.getLong("check_papers_of"),
                PapersCheck.Outcome.valueOf(outcome),
                List.of((String[]) row.getArray("check_refusals").getArray()),
                Optional.ofNullable(row.getObject("check_valid_until", LocalDate.class)),
                row.getTimestamp("checked_at").toInstant()));
    }

    private static Vehicle vehicle(ResultSet row) throws SQLException {
        return new Vehicle(
                row.getObject("vehicle_id", UUID.class),
                new VehicleDetails(
                        new Plate(row.getString("plate")),
                        VehicleKind.valueOf(row.getString("kind")),
                        row.getLong("capacity_kg")));
    }

    private static Optional<Operator> operator(ResultSet row) throws SQLException {
        UUID operatorId = row.getObject("operator_id", UUID.class);
        return operatorId == null
                ? Optional.empty()
                : Optional.of(new Operator(operatorId, row.getString("operator_name"), row.getString("tin")));
    }
}
