package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Sandbox provisioning of API users and keys; at the host's root, not under a product. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@Outside(value = OutsideSystem.MTN, counted = false)
public class ProvisioningResource {

    /** The host every callback of the new user must go to. */
    public record NewApiUser(@Nullable String providerCallbackHost) {}

    /** What the sandbox tells about an API user. */
    public record KnownApiUser(String providerCallbackHost, String targetEnvironment) {}

    private final ApiUsers users;

    public ProvisioningResource(ApiUsers users) {
        this.users = users;
    }

    @POST
    @Path("/v1_0/apiuser")
    @Operation(summary = "Make an API user; X-Reference-Id becomes its id")
    public Response create(@BeanParam MtnHeaders headers, @Nullable NewApiUser body) {
        users.requireSubscription(headers.subscriptionKey());
        String id = Door.reference(headers.referenceId()).toString();
        String host = body == null ? null : body.providerCallbackHost();
        if (host == null || host.isBlank()) {
            throw MtnError.badRequest("providerCallbackHost is missing.");
        }
        if (!users.register(new ApiUser(id, host, "sandbox", null))) {
            throw MtnError.refusal(
                    409, "RESOURCE_ALREADY_EXIST", "Duplicated reference id. Creation of resource failed.");
        }
        return Response.status(Response.Status.CREATED).build();
    }

    @GET
    @Path("/v1_0/apiuser/{id}")
    @Operation(summary = "Callback host and environment of an API user")
    public KnownApiUser get(@BeanParam MtnHeaders headers, @RestPath String id) {
        users.requireSubscription(headers.subscriptionKey());
        ApiUser user = users.find(id).orElseThrow(() -> MtnError.notFound("Requested resource was not found."));
        return new KnownApiUser(user.callbackHost(), user.targetEnvironment());
    }

    @POST
    @Path("/v1_0/apiuser/{id}/apikey")
    @Operation(summary = "Make a new API key; the one before stops working")
    public Response newKey(@BeanParam MtnHeaders headers, @RestPath String id) {
        users.requireSubscription(headers.subscriptionKey());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("apiKey", users.newKey(id)))
                .build();
    }
}
