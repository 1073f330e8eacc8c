package rw.ishemalink.identity.people.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.caller.Role;

/** Brands on the platform. */
@Path("/api/auth/tenants")
@Tag(name = "people")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class TenantsResource {

    private final Tenants tenants;

    TenantsResource(Tenants tenants) {
        this.tenants = tenants;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Open a tenant")
    public TenantRequest create(@NotNull @Valid TenantRequest request) {
        tenants.create(request.tenant(), request.name());
        return request;
    }
}
