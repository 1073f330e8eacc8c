package rw.ishemalink.identity.fleet.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.DriverFilter;
import rw.ishemalink.identity.fleet.DriverStatus;
import rw.ishemalink.identity.fleet.Drivers;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Drivers with licence and vehicle: administrators see their tenant's, an operator's staff their own, a driver oneself. */
@Path("/api/fleet/drivers")
@Tag(name = "fleet")
public class DriversResource {

    private final Drivers drivers;
    private final AccessLog accesses;
    private final Caller caller;

    DriversResource(Drivers drivers, AccessLog accesses, Caller caller) {
        this.drivers = drivers;
        this.accesses = accesses;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(
            summary = "Onboard a driver; the papers are checked, then the person gets the role DRIVER and logs in anew")
    public DriverView onboard(@NotNull @Valid DriverRequest request) {
        return DriverView.of(drivers.onboard(caller, request.toApplicant()));
    }

    @PUT
    @Path("{driverId}")
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Describe a driver anew, suspend or reinstate; other papers than before are checked")
    public DriverView change(@PathParam("driverId") UUID driverId, @NotNull @Valid DriverChangeRequest request) {
        return DriverView.of(
                drivers.change(caller, driverId, request.toDetails(), Optional.ofNullable(request.status())));
    }

    @GET
    @RolesAllowed({
        Role.Names.OPERATOR,
        Role.Names.DISPATCHER,
        Role.Names.DRIVER,
        Role.Names.TENANT_ADMIN,
        Role.Names.PLATFORM_ADMIN
    })
    @Operation(
            summary =
                    "List drivers in the order of their ids; all, or those who are on duty or are not, or of a status")
    public List<DriverView> list(
            @QueryParam("onDuty") @Nullable Boolean onDuty,
            @QueryParam("status") @Nullable DriverStatus status,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<DriverView> listed = drivers
                .list(
                        caller,
                        new DriverFilter(Optional.ofNullable(onDuty), Optional.ofNullable(status)),
                        Optional.ofNullable(after),
                        limit)
                .stream()
                .map(DriverView::of)
                .toList();
        note(listed);
        return listed;
    }

    @GET
    @Path("{driverId}")
    @RolesAllowed({
        Role.Names.OPERATOR,
        Role.Names.DISPATCHER,
        Role.Names.DRIVER,
        Role.Names.TENANT_ADMIN,
        Role.Names.PLATFORM_ADMIN
    })
    @Operation(summary = "One driver")
    public DriverView get(@PathParam("driverId") UUID driverId) {
        DriverView driver = DriverView.of(drivers.get(caller, driverId));
        note(List.of(driver));
        return driver;
    }

    private void note(List<DriverView> shown) {
        accesses.note(
                caller,
                Seen.PROFILE,
                shown.stream().map(driver -> new Sight(driver.driverId(), null)).toList());
    }
}
