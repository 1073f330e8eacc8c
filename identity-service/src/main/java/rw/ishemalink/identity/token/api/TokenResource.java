package rw.ishemalink.identity.token.api;

import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import rw.ishemalink.identity.token.Sessions;

/** Keeps a login alive, and ends it. */
@Path("/api/auth")
@Tag(name = "login")
@PermitAll
public class TokenResource {

    private final Sessions sessions;

    TokenResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Path("tokens/refresh")
    @Operation(summary = "Exchange a refresh token for new tokens; showing one a second time ends the login")
    @APIResponse(responseCode = "200", description = "New access and refresh token, with the roles of now")
    @APIResponse(responseCode = "401", description = "Unknown, over, revoked or used before: log in again")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TokensAnswer refresh(@NotNull @Valid RefreshRequest request) {
        return sessions.refresh(request.refreshToken(), Optional.empty())
                .map(TokensAnswer::of)
                .orElseThrow(() -> new UnauthorizedException("the refresh token is of no use"));
    }

    @POST
    @Path("logout")
    @Operation(summary = "End the login that a refresh token belongs to")
    @APIResponse(responseCode = "204", description = "The refresh token no longer works, whether or not it did before")
    public void logout(@NotNull @Valid RefreshRequest request) {
        sessions.logout(request.refreshToken(), Optional.empty());
    }
}
