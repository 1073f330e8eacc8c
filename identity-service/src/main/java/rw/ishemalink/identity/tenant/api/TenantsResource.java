package rw.ishemalink.identity.tenant.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.identity.tenant.TenantBook;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Brands on the platform. */
@Path("/api/auth/tenants")
@Tag(name = "tenants")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class TenantsResource {

    private final TenantBook tenants;
    private final Caller caller;

    TenantsResource(TenantBook tenants, Caller caller) {
        this.tenants = tenants;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Open a tenant")
    @APIResponse(responseCode = "201", description = "Open; its first administrators are invited by the platform's")
    @APIResponse(responseCode = "409", description = "There is one of that id")
    public TenantView create(@NotNull @Valid TenantRequest request) {
        return TenantView.of(tenants.open(request.tenant(), request.name()));
    }

    @GET
    @Operation(summary = "All tenants")
    public List<TenantView> list() {
        return tenants.list().stream().map(TenantView::of).toList();
    }

    @GET
    @Path("{tenant}")
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "One tenant: administrators see their own")
    public TenantView get(@PathParam("tenant") String tenant) {
        return TenantView.of(tenants.get(caller, tenant));
    }

    @PUT
    @Path("{tenant}/brand")
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Replace how the brand looks: name, languages, sender, colour, support")
    @APIResponse(responseCode = "200", description = "From now on; told on tenant.events")
    @APIResponse(responseCode = "404", description = "No such tenant, or not the caller's")
    public TenantView dress(@PathParam("tenant") String tenant, @NotNull @Valid BrandRequest request) {
        return TenantView.of(tenants.dress(caller, tenant, request.toBrand()));
    }

    @PUT
    @Path("{tenant}/terms")
    @Operation(summary = "Replace what the tenant runs under: commission and tariffs")
    @APIResponse(responseCode = "200", description = "From now on; told on tenant.events")
    public TenantView bind(@PathParam("tenant") String tenant, @NotNull @Valid TermsRequest request) {
        return TenantView.of(tenants.bind(caller, tenant, request.toTerms()));
    }

    @POST
    @Path("{tenant}/close")
    @Operation(summary = "Close a tenant: every login ends, nobody logs in")
    @APIResponse(responseCode = "200", description = "Closed, whether or not it was before")
    @APIResponse(responseCode = "409", description = "The platform's own tenant stays open")
    public TenantView close(@PathParam("tenant") String tenant) {
        return TenantView.of(tenants.close(caller, tenant));
    }

    @POST
    @Path("{tenant}/reopen")
    @Operation(summary = "Open a closed tenant again")
    @APIResponse(responseCode = "200", description = "Open, whether or not it was before")
    public TenantView reopen(@PathParam("tenant") String tenant) {
        return TenantView.of(tenants.reopen(caller, tenant));
    }
}
