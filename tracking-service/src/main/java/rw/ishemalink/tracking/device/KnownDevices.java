package rw.ishemalink.tracking.device;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.tracking.vehicle.Remembered;
import rw.ishemalink.tracking.vehicle.store.ChangedRows;

/** All active devices by what is kept of their keys. */
@ApplicationScoped
public class KnownDevices implements Remembered {

    /** What is remembered of a device. */
    public record KnownDevice(
            UUID deviceId,
            String tenant,
            @Nullable UUID driverId,
            @Nullable UUID vehicleId) {}

    /** What is read of one. */
    public record DeviceRow(
            UUID deviceId,
            String tenant,
            String keyHash,
            @Nullable UUID driverId,
            @Nullable UUID vehicleId,
            boolean revoked) {}

    private final Map<String, KnownDevice> byKey = new ConcurrentHashMap<>();
    private final ChangedRows<DeviceRow> rows;

    KnownDevices(UnitOfWork unitOfWork) {
        this.rows = new ChangedRows<>(
                unitOfWork,
                "device_id, tenant, key_hash, driver_id, vehicle_id, revoked_at is not null as revoked",
                "device",
                ConstructorMapper.of(DeviceRow.class));
    }

    @Override
    public void catchUp() {
        rows.read().forEach(this::remember);
    }

    /** Whose key it is, as far as it is remembered. */
    public Optional<KnownDevice> find(DeviceKey key) {
        return Optional.ofNullable(byKey.get(key.hash()));
    }

    private void remember(DeviceRow row) {
        if (row.revoked()) {
            byKey.remove(row.keyHash());
        } else {
            byKey.put(row.keyHash(), new KnownDevice(row.deviceId(), row.tenant(), row.driverId(), row.vehicleId()));
        }
    }
}
