package rw.ishemalink.booking.quote.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.booking.quote.TariffDesk;
import rw.ishemalink.booking.quote.TariffRegister.Standing;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Tariffs: seen by everyone, published by the platform. They are no tenant's: prices follow one policy for all. */
@Path("/api/quotes/tariffs")
@RunOnVirtualThread
public class TariffsResource {

    private final TariffDesk desk;
    private final Caller caller;

    TariffsResource(TariffDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(summary = "All versions of all tariffs, past, in force and announced")
    public TariffsView list() {
        return TariffsView.of(desk.list());
    }

    @POST
    @Path("cargo")
    @RolesAllowed(Role.Names.PLATFORM_ADMIN)
    @ResponseStatus(201)
    @Operation(summary = "Publish a cargo tariff for a day to come; it gets its name and can never be changed")
    @APIResponse(responseCode = "409", description = "Another version takes effect on that day")
    public TariffsView.CargoView publish(@NotNull @Valid CargoTariffRequest request) {
        return TariffsView.CargoView.of(
                desk.publishCargo(caller.personId(), request.effectiveFrom(), request::named), Standing.ANNOUNCED);
    }

    @POST
    @Path("moto")
    @RolesAllowed(Role.Names.PLATFORM_ADMIN)
    @ResponseStatus(201)
    @Operation(summary = "Publish a moto tariff for a day to come; it gets its name and can never be changed")
    @APIResponse(responseCode = "409", description = "Another version takes effect on that day")
    public TariffsView.MotoView publish(@NotNull @Valid MotoTariffRequest request) {
        request.check();
        return TariffsView.MotoView.of(
                desk.publishMoto(caller.personId(), request.effectiveFrom(), request::named), Standing.ANNOUNCED);
    }
}
