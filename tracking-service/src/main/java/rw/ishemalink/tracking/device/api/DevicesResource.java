package rw.ishemalink.tracking.device.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.device.Device;
import rw.ishemalink.tracking.device.DeviceKey;
import rw.ishemalink.tracking.device.DeviceScope;
import rw.ishemalink.tracking.device.DeviceStore;
import rw.ishemalink.tracking.vehicle.Memory;

/** Devices with a key of their own: a driver's phone apps, and tracker boxes of a fleet's vehicles. */
@Path("/api/tracking/devices")
@RolesAllowed({Role.Names.DRIVER, Role.Names.OPERATOR, Role.Names.DISPATCHER, Role.Names.TENANT_ADMIN})
@RunOnVirtualThread
public class DevicesResource {

    /** Letters, digits and what divides them: what a device is called, never who somebody is. */
    private static final String NAME = "[\\p{L}\\p{N} ._-]{1,60}";

    /** As often as the memory looks anyway: who waited that long need not wait longer. */
    private static final int SECONDS_TO_FORGET = 2;

    private final DeviceStore devices;
    private final Memory memory;
    private final URI server;
    private final Caller caller;

    DevicesResource(DeviceStore devices, Memory memory, TrackingConfig config, Caller caller) {
        this.devices = devices;
        this.memory = memory;
        this.server = config.publicUrl().resolve("/api/tracking/devices/osmand");
        this.caller = caller;
    }

    /**
     * A device to be registered.
     *
     * @param name what it is called, letters, digits, space, dot, dash
     * @param vehicleId what it is built into; left out: it is the driver's and goes where he does
     */
    public record NewDevice(
            @NotBlank @Pattern(regexp = NAME) String name,
            @Nullable UUID vehicleId) {}

    /**
     * A device that was registered.
     *
     * @param key its proof, 26 characters, shown this once: the device identifier in Traccar Client
     * @param serverUrl the server URL in Traccar Client
     */
    public record Registered(UUID deviceId, String key, String serverUrl) {}

    /**
     * A device as it is shown.
     *
     * @param driverId whose it is; null: the vehicle's
     * @param vehicleId what it is built into; null: it goes with its driver
     */
    public record RegisteredDevice(
            UUID deviceId,
            String name,
            @Nullable UUID driverId,
            @Nullable UUID vehicleId,
            Instant registeredAt) {}

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Register a device that reports positions with a key of its own; the key is shown this once")
    @APIResponse(responseCode = "201", description = "Registered: put key and serverUrl into Traccar Client")
    @APIResponse(responseCode = "403", description = "You drive nothing")
    @APIResponse(responseCode = "404", description = "No such vehicle of yours or your fleet's")
    @APIResponse(responseCode = "409", description = "There are as many devices as may be")
    public Registered register(@Valid @NotNull NewDevice wanted) {
        DeviceKey key = DeviceKey.next();
        Device device =
                devices.register(DeviceScope.of(caller), caller.personId(), wanted.name(), wanted.vehicleId(), key);
        return new Registered(device.deviceId(), key.show(), server.toString());
    }

    @GET
    @Operation(summary = "Your devices, your fleet's or the tenant's, by id: 200 at once, after says where to go on")
    public List<RegisteredDevice> list(@RestQuery @Nullable UUID after) {
        return devices.list(DeviceScope.of(caller), after).stream()
                .map(device -> new RegisteredDevice(
                        device.deviceId(), device.name(), device.driverId(), device.vehicleId(), device.registeredAt()))
                .toList();
    }

    @DELETE
    @Path("/{deviceId}")
    @Operation(summary = "Revoke a device: its key is worth nothing from now on, at other instances within a second")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "No such device of yours or your fleet's")
    public void revoke(@RestPath UUID deviceId) {
        if (!devices.revoke(DeviceScope.of(caller), deviceId)) {
            throw ProblemException.notFound("no-such-device");
        }
        memory.refresh()
                .toCompletableFuture()
                .completeOnTimeout(false, SECONDS_TO_FORGET, TimeUnit.SECONDS)
                .join();
    }
}
