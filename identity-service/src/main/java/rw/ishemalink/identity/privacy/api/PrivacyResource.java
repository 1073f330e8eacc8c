package rw.ishemalink.identity.privacy.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.identity.privacy.PersonRequests;
import rw.ishemalink.kit.caller.Caller;

/** A copy of one's data, and being forgotten. */
@Path("/api/privacy/requests")
@Tag(name = "privacy")
@Authenticated
public class PrivacyResource {

    private final PersonRequests requests;
    private final Caller caller;

    PrivacyResource(PersonRequests requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RunOnVirtualThread
    @Operation(
            summary = "Ask for a copy of my data, or to be forgotten",
            description = "ERASE takes a one-time code (POST /api/auth/codes) as well. A wish that is open already is"
                    + " answered as it stands.")
    public WishView post(@NotNull @Valid WishRequest request) {
        return WishView.of(requests.open(caller, request.wish(), request.code()));
    }

    @GET
    @Path("{requestId}")
    @RunOnVirtualThread
    @Operation(summary = "How far my wish is, and where the parts of my copy are")
    public WishView get(@RestPath UUID requestId) {
        return WishView.of(requests.get(caller, requestId));
    }
}
