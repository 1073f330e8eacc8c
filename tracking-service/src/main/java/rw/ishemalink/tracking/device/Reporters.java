package rw.ishemalink.tracking.device;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.device.KnownDevices.KnownDevice;
import rw.ishemalink.tracking.position.Reporter;
import rw.ishemalink.tracking.vehicle.DriverVehicles;
import rw.ishemalink.tracking.vehicle.DriverVehicles.DriverVehicle;
import rw.ishemalink.tracking.vehicle.Memory;

/**
 * Who may report, from memory; no thread waits. Whoever is not known there may have come this second, so the database is
 * asked once more before the answer is no.
 */
@ApplicationScoped
public class Reporters {

    private final KnownDevices devices;
    private final DriverVehicles vehicles;
    private final Memory memory;

    Reporters(KnownDevices devices, DriverVehicles vehicles, Memory memory) {
        this.devices = devices;
        this.vehicles = vehicles;
        this.memory = memory;
    }

    /** The driver with what he drives; fails with 403 when that is nothing, with 503 when nobody can say now. */
    public CompletionStage<Reporter> findDriver(String tenant, UUID driverId) {
        return findOrAsk(() -> recallDriver(tenant, driverId))
                .thenApply(found -> found.orElseThrow(() -> ProblemException.forbidden("no-vehicle")));
    }

    /** The device's vehicle and driver; fails with 401 when the key is nobody's, 403 when nobody drives, 503 as above. */
    public CompletionStage<Reporter> findDevice(DeviceKey key) {
        return findOrAsk(() -> devices.find(key).flatMap(this::findReporter))
                .thenApply(found -> found.orElseThrow(() -> devices.find(key).isPresent()
                        ? ProblemException.forbidden("no-vehicle")
                        : ProblemException.unauthorized("unknown-device")));
    }

    /** The driver with what he drives, as far as it is remembered. */
    public Optional<Reporter> recallDriver(String tenant, UUID driverId) {
        return findActive(tenant, driverId).map(driving -> new Reporter(tenant, driverId, driving.vehicleId(), null));
    }

    private Optional<Reporter> findReporter(KnownDevice device) {
        UUID driverId = device.driverId();
        UUID vehicleId = device.vehicleId();
        Optional<DriverVehicle> driving = driverId != null
                ? findActive(device.tenant(), driverId)
                : Optional.ofNullable(vehicleId).flatMap(id -> vehicles.findActiveDriver(device.tenant(), id));
        return driving.map(one -> new Reporter(one.tenant(), one.driverId(), one.vehicleId(), device.deviceId()));
    }

    private Optional<DriverVehicle> findActive(String tenant, UUID driverId) {
        return vehicles.find(driverId)
                .filter(driving -> driving.active() && driving.tenant().equals(tenant));
    }

    private <T> CompletionStage<Optional<T>> findOrAsk(Supplier<Optional<T>> known) {
        Optional<T> found = known.get();
        return found.isPresent()
                ? CompletableFuture.completedStage(found)
                : memory.refresh().thenApply(isRead -> {
                    if (!isRead) {
                        throw ProblemException.unavailable("positions-not-taken");
                    }
                    return known.get();
                });
    }
}
