package rw.ishemalink.tracking.device;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;

/** Devices as rows. A key that was revoked is never valid again. */
@ApplicationScoped
public class DeviceStore {

    private static final int PAGE = 200;

    /** The row is locked, so that of two registrations at once the later counts the earlier. */
    private static final String LOCK_DRIVER = """
            select vehicle_id from driver_vehicle
             where driver_id = :driverId and tenant = :tenant and active
               and (cast(:vehicleId as uuid) is null or vehicle_id = :vehicleId) for update""";

    private static final String LOCK_VEHICLE = """
            select vehicle_id from driver_vehicle
             where vehicle_id = :vehicleId and tenant = :tenant and (:all or operator_id = :operatorId)
             order by driver_id for update""";

    private static final String COUNT = """
            select count(*) from device
             where revoked_at is null and (driver_id = :driverId or vehicle_id = :vehicleId)""";

    private static final String INSERT = """
            insert into device (device_id, tenant, name, key_hash, driver_id, vehicle_id, registered_by, registered_at)
            values (:deviceId, :tenant, :name, :keyHash, :driverId, :vehicleId, :registeredBy, :registeredAt)""";

    private static final String IN_SCOPE = """
            device.tenant = :tenant and revoked_at is null
               and (:all or driver_id = :driverId
                    or exists (select from driver_vehicle fleet
                                where fleet.tenant = device.tenant and fleet.operator_id = :operatorId
                                  and (fleet.driver_id = device.driver_id or fleet.vehicle_id = device.vehicle_id)))""";

    private static final String LIST = """
            select device_id, tenant, name, driver_id, vehicle_id, registered_by, registered_at from device
             where %s and (cast(:after as uuid) is null or device_id > :after)
             order by device_id limit :limit""".formatted(IN_SCOPE);

    private static final String REVOKE =
            "update device set revoked_at = now() where device_id = :deviceId and " + IN_SCOPE;

    private final UnitOfWork unitOfWork;
    private final int most;

    DeviceStore(UnitOfWork unitOfWork, TrackingConfig config) {
        this.unitOfWork = unitOfWork;
        this.most = config.mostDevices();
    }

    /**
     * Registers a device for a vehicle of the scope, or for the driver whose the scope is.
     *
     * @param vehicleId null: for what the driver drives
     * @throws ProblemException 403 or 404 when there is no such vehicle, 409 when there are enough devices
     */
    public Device register(DeviceScope scope, UUID registeredBy, String name, @Nullable UUID vehicleId, DeviceKey key) {
        return unitOfWork.call(tx -> {
            boolean ofFleet = vehicleId != null && isLocked(tx.sql(), LOCK_VEHICLE, scope, vehicleId);
            if (!ofFleet && !isLocked(tx.sql(), LOCK_DRIVER, scope, vehicleId)) {
                throw vehicleId == null
                        ? ProblemException.forbidden("no-vehicle")
                        : ProblemException.notFound("no-such-vehicle");
            }
            Device device = new Device(
                    TimeOrderedId.next(),
                    scope.tenant(),
                    name,
                    ofFleet ? null : scope.driverId(),
                    ofFleet ? vehicleId : null,
                    registeredBy,
                    Instant.now());
            if (count(tx.sql(), device) >= most) {
                throw ProblemException.conflict("too-many-devices", most);
            }
            tx.sql()
                    .createUpdate(INSERT)
                    .bindMethods(device)
                    .bind("keyHash", key.hash())
                    .execute();
            return device;
        });
    }

    /** Those of the scope that are not revoked, by id. */
    public List<Device> list(DeviceScope scope, @Nullable UUID after) {
        return unitOfWork.read(sql -> sql.createQuery(LIST)
                .bindMethods(scope)
                .bind("after", after)
                .bind("limit", PAGE)
                .map(ConstructorMapper.of(Device.class))
                .list());
    }

    /** Revokes a device of the scope; whether there was one. */
    public boolean revoke(DeviceScope scope, UUID deviceId) {
        return unitOfWork.call(tx -> tx.sql()
                        .createUpdate(REVOKE)
                        .bindMethods(scope)
                        .bind("deviceId", deviceId)
                        .execute()
                == 1);
    }

    private static boolean isLocked(Handle sql, String statement, DeviceScope scope, @Nullable UUID vehicleId) {
        Optional<UUID> found = sql.createQuery(statement)
                .bindMethods(scope)
                .bind("vehicleId", vehicleId)
                .mapTo(UUID.class)
                .findFirst();
        return found.isPresent();
    }

    private static long count(Handle sql, Device device) {
        return sql.createQuery(COUNT).bindMethods(device).mapTo(Long.class).one();
    }
}
