package rw.ishemalink.identity.oidc.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.OAuthClients;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Programs that log people in or act for themselves. */
@Path("/api/auth/clients")
@Tag(name = "clients")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class ClientsResource {

    /**
     * A client as it was registered.
     *
     * @param clientSecret shown this once; absent for a public client
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegisteredView(
            ClientView client, @Nullable String clientSecret) {

        /** Never the secret: this text could reach logs. */
        @Override
        public String toString() {
            return "RegisteredView[" + client.clientId() + "]";
        }
    }

    /**
     * A new secret.
     *
     * @param clientSecret shown this once
     */
    public record SecretView(String clientSecret) {

        /** Never the secret: this text could reach logs. */
        @Override
        public String toString() {
            return "SecretView[…]";
        }
    }

    private final OAuthClients clients;
    private final Caller caller;

    ClientsResource(OAuthClients clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Register a client; its secret is shown this once")
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "409", description = "The id is or was another client's")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public RegisteredView register(@NotNull @Valid ClientRequest request) {
        OAuthClients.Registered made = clients.register(caller, request.toClient());
        return new RegisteredView(ClientView.of(made.client()), made.secret().orElse(null));
    }

    @GET
    @Operation(summary = "All clients, those that ended too")
    public List<ClientView> list() {
        return clients.list().stream().map(ClientView::of).toList();
    }

    @POST
    @Path("{clientId}/secret")
    @Operation(summary = "A new secret, shown this once; the old one is good no longer")
    @APIResponse(responseCode = "200", description = "The new secret")
    @APIResponse(responseCode = "404", description = "No such confidential client, or it has ended")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public SecretView rotateSecret(@PathParam("clientId") String clientId) {
        return new SecretView(clients.rotateSecret(clientId));
    }

    @DELETE
    @Path("{clientId}")
    @Operation(summary = "End a client, and every login that came of it")
    @APIResponse(responseCode = "204", description = "Ended; its tokens are refused within seconds")
    @APIResponse(responseCode = "404", description = "No such client, or it has ended")
    public void end(@PathParam("clientId") String clientId) {
        clients.end(caller, clientId);
    }
}
