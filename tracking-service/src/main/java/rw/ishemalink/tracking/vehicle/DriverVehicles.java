package rw.ishemalink.tracking.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.tracking.vehicle.store.ChangedRows;

/** Drivers' vehicles, all remembered. */
@ApplicationScoped
public class DriverVehicles implements Remembered {

    private static final String COLUMNS = "driver_id, tenant, vehicle_id, operator_id, active";

    private static final String KEEP = """
            insert into driver_vehicle (driver_id, tenant, vehicle_id, operator_id, active, sequence)
            values (:driverId, :tenant, :vehicleId, :operatorId, :active, :sequence)
            on conflict (driver_id) do update
               set tenant = excluded.tenant, vehicle_id = excluded.vehicle_id, operator_id = excluded.operator_id,
                   active = excluded.active, sequence = excluded.sequence
             where driver_vehicle.sequence < excluded.sequence""";

    /**
     * What a driver drives, and whether work may be done with it.
     *
     * @param operatorId whose fleet both are of; null: the driver's own
     */
    public record DriverVehicle(
            UUID driverId,
            String tenant,
            UUID vehicleId,
            @Nullable UUID operatorId,
            boolean active) {}

    private final Map<UUID, DriverVehicle> byDriver = new ConcurrentHashMap<>();
    private final Map<UUID, List<UUID>> driversOf = new ConcurrentHashMap<>();
    private final ChangedRows<DriverVehicle> rows;

    DriverVehicles(UnitOfWork unitOfWork) {
        this.rows = new ChangedRows<>(unitOfWork, COLUMNS, "driver_vehicle", ConstructorMapper.of(DriverVehicle.class));
    }

    /** Keeps what the fleet says unless something later is known. */
    public void keep(Handle sql, DriverVehicle vehicle, long sequence) {
        sql.createUpdate(KEEP).bindMethods(vehicle).bind("sequence", sequence).execute();
    }

    @Override
    public void catchUp() {
        rows.read().forEach(this::remember);
    }

    /** What the driver drives, as far as it is remembered. */
    public Optional<DriverVehicle> find(UUID driverId) {
        return Optional.ofNullable(byDriver.get(driverId));
    }

    /** Who drives the vehicle, as far as it is remembered; of several the one of whom the fleet spoke last. */
    public Optional<DriverVehicle> findActiveDriver(String tenant, UUID vehicleId) {
        return driversOf.getOrDefault(vehicleId, List.of()).reversed().stream()
                .map(byDriver::get)
                .filter(driver -> driver != null
                        && driver.active()
                        && driver.tenant().equals(tenant)
                        && driver.vehicleId().equals(vehicleId))
                .findFirst();
    }

    /** The operator's vehicles, as far as they are remembered. */
    public Set<UUID> listFleet(String tenant, UUID operatorId) {
        return byDriver.values().stream()
                .filter(one ->
                        operatorId.equals(one.operatorId()) && one.tenant().equals(tenant))
                .map(DriverVehicle::vehicleId)
                .collect(Collectors.toSet());
    }

    private void remember(DriverVehicle now) {
        DriverVehicle before = byDriver.put(now.driverId(), now);
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            driversOf.computeIfPresent(before.vehicleId(), (_, drivers) -> without(drivers, now.driverId()));
        }
        driversOf.compute(now.vehicleId(), (_, drivers) -> with(drivers, now.driverId()));
    }

    private static @Nullable List<UUID> without(List<UUID> drivers, UUID driverId) {
        List<UUID> left = drivers.stream().filter(one -> !one.equals(driverId)).toList();
        return left.isEmpty() ? null : left;
    }

    private static List<UUID> with(@Nullable List<UUID> drivers, UUID driverId) {
        List<UUID> all = drivers == null ? new ArrayList<>() : new ArrayList<>(drivers);
        all.add(driverId);
        return List.copyOf(all);
    }
}
