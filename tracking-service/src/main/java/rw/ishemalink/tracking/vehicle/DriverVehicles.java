package rw.ishemalink.tracking.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;

/**
 * Drivers' vehicles, remembered for a while: positions have no database on their way, and while it is away the last
 * answer counts.
 */
@ApplicationScoped
public class DriverVehicles {

    private static final Logger LOG = Logger.getLogger(DriverVehicles.class);

    private static final String KEEP = """
            insert into driver_vehicle (driver_id, tenant, vehicle_id, active, sequence)
            values (:driverId, :tenant, :vehicleId, :active, :sequence)
            on conflict (driver_id) do update
               set tenant = excluded.tenant, vehicle_id = excluded.vehicle_id, active = excluded.active,
                   sequence = excluded.sequence
             where driver_vehicle.sequence < excluded.sequence""";

    /** What a driver drives, and whether work may be done with it. */
    public record DriverVehicle(UUID driverId, String tenant, UUID vehicleId, boolean active) {}

    private record Remembered(DriverVehicle vehicle, long atNanos) {}

    private final Map<UUID, Remembered> memory = new ConcurrentHashMap<>();
    private final UnitOfWork unitOfWork;
    private final Duration keptFor;

    DriverVehicles(UnitOfWork unitOfWork, TrackingConfig config) {
        this.unitOfWork = unitOfWork;
        this.keptFor = config.vehicleMemory();
    }

    /** Keeps what the fleet says unless something later is known. */
    public void keep(Handle sql, DriverVehicle vehicle, long sequence) {
        sql.createUpdate(KEEP).bindMethods(vehicle).bind("sequence", sequence).execute();
    }

    /**
     * The vehicle of an active driver of that tenant.
     *
     * @throws ProblemException 503 when nobody can say now
     */
    public Optional<UUID> findActive(String tenant, UUID driverId) {
        return find(driverId)
                .filter(vehicle -> vehicle.active() && vehicle.tenant().equals(tenant))
                .map(DriverVehicle::vehicleId);
    }

    private Optional<DriverVehicle> find(UUID driverId) {
        Remembered known = memory.get(driverId);
        if (known != null && System.nanoTime() - known.atNanos() < keptFor.toNanos()) {
            return Optional.of(known.vehicle());
        }
        try {
            Optional<DriverVehicle> read = read(driverId);
            read.ifPresent(vehicle -> memory.put(driverId, new Remembered(vehicle, System.nanoTime())));
            return read;
        } catch (JdbiException e) {
            return Optional.of(lastAnswer(known, e));
        }
    }

    private static DriverVehicle lastAnswer(@Nullable Remembered known, JdbiException e) {
        LOG.warnf("vehicles cannot be looked up: %s", e.getClass().getSimpleName());
        if (known == null) {
            throw ProblemException.unavailable("positions-not-taken");
        }
        return known.vehicle();
    }

    private Optional<DriverVehicle> read(UUID driverId) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select driver_id, tenant, vehicle_id, active from driver_vehicle where driver_id = :driverId")
                .bind("driverId", driverId)
                .map(ConstructorMapper.of(DriverVehicle.class))
                .findOne());
    }
}
