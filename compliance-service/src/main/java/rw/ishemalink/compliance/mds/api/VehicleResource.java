package rw.ishemalink.compliance.mds.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.compliance.mds.api.Payloads.Status;
import rw.ishemalink.compliance.mds.store.MdsReader;
import rw.ishemalink.compliance.mds.store.MdsReader.Cut;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** MDS 2.0: the vehicles that carry passengers, and how they are now. */
@Path("/mds/vehicles")
@Tag(name = "MDS")
@RolesAllowed(Role.Names.GOVERNMENT)
public class VehicleResource {

    private final UnitOfWork unitOfWork;
    private final MdsReader reader;
    private final MdsDesk desk;
    private final Caller caller;

    VehicleResource(UnitOfWork unitOfWork, MdsReader reader, MdsDesk desk, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.reader = reader;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 vehicles, in pages")
    public Response list(
            @RestQuery("page[number]") @Nullable String number, @RestQuery("page[size]") @Nullable String size) {
        UUID provider = desk.provider(caller);
        PageAsked page = PageAsked.of(number, size);
        List<RideVehicle> found = vehicles(null, page.cut());
        return desk.ok(Payloads.Vehicles.of(
                System.currentTimeMillis(),
                found.stream()
                        .limit(page.size())
                        .map(vehicle -> MdsVehicle.of(provider, vehicle))
                        .toList(),
                page.links("/mds/vehicles", '?', found.size() > page.size())));
    }

    @GET
    @Path("/{deviceId}")
    @RunOnVirtualThread
    @Operation(summary = "One MDS 2.0 vehicle; 404 when the tenant has none of that id")
    public Response get(@RestPath UUID deviceId) {
        UUID provider = desk.provider(caller);
        return desk.ok(Payloads.Vehicles.of(
                System.currentTimeMillis(), List.of(MdsVehicle.of(provider, vehicle(deviceId))), null));
    }

    @GET
    @Path("/status")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 status of the vehicles that have been seen, in pages")
    public Response listStatus(
            @RestQuery("page[number]") @Nullable String number, @RestQuery("page[size]") @Nullable String size) {
        UUID provider = desk.provider(caller);
        PageAsked page = PageAsked.of(number, size);
        List<RideVehicle> found = vehicles(null, page.cut());
        List<Status> statuses = unitOfWork.read(sql -> found.stream()
                .limit(page.size())
                .flatMap(vehicle -> status(sql, provider, vehicle).stream())
                .toList());
        return desk.ok(Payloads.Statuses.of(
                System.currentTimeMillis(),
                statuses,
                page.links("/mds/vehicles/status", '?', found.size() > page.size())));
    }

    @GET
    @Path("/status/{deviceId}")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 status of one vehicle; 404 when there is none, or it was never seen")
    public Response getStatus(@RestPath UUID deviceId) {
        UUID provider = desk.provider(caller);
        RideVehicle vehicle = vehicle(deviceId);
        Status status = unitOfWork
                .read(sql -> status(sql, provider, vehicle))
                .orElseThrow(() -> ProblemException.notFound("no-such-vehicle"));
        return desk.ok(Payloads.Statuses.of(System.currentTimeMillis(), List.of(status), null));
    }

    private RideVehicle vehicle(UUID deviceId) {
        return vehicles(deviceId, Cut.NONE).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("no-such-vehicle"));
    }

    private List<RideVehicle> vehicles(@Nullable UUID deviceId, Cut cut) {
        return unitOfWork.read(sql -> reader.vehicles(sql, caller.tenant(), deviceId, cut));
    }

    private Optional<Status> status(Handle sql, UUID provider, RideVehicle vehicle) {
        return reader.findLastEvent(sql, caller.tenant(), vehicle.vehicleId()).flatMap(event -> reader.findLastFix(
                        sql, caller.tenant(), vehicle.vehicleId())
                .map(fix -> new Status(
                        vehicle.vehicleId(), provider, MdsEvent.of(provider, event), MdsTelemetry.of(provider, fix))));
    }
}
