package rw.ishemalink.identity.login.api;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.login.Login;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.token.SessionStart;
import rw.ishemalink.identity.token.api.TokensAnswer;
import rw.ishemalink.kit.problem.ProblemException;

/** Login by phone. */
@Path("/api/auth")
@Tag(name = "login")
@PermitAll
public class LoginResource {

    private final Login login;

    LoginResource(Login login) {
        this.login = login;
    }

    @POST
    @Path("codes")
    @ResponseStatus(202)
    @Operation(summary = "Send a one-time code by SMS")
    @APIResponse(responseCode = "202", description = "Taken; whether anything is sent does not show")
    public void sendCode(@NotNull @Valid CodeRequest request) {
        login.sendCode(tenant(request.tenant()), phone(request.phone()), Optional.ofNullable(request.language()));
    }

    @POST
    @Path("tokens")
    @Operation(summary = "Exchange a one-time code for tokens; the first time this creates the person")
    @APIResponse(responseCode = "200", description = "Access and refresh token")
    @APIResponse(responseCode = "400", description = "The code is wrong, over, used or tried too often")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TokensAnswer exchange(
            @HeaderParam("User-Agent") @Nullable String device, @NotNull @Valid TokenRequest request) {
        return login.exchange(tenant(request.tenant()), phone(request.phone()), request.code(), SessionStart.on(device))
                .map(TokensAnswer::of)
                .orElseThrow(() -> ProblemException.badRequest("code-refused"));
    }

    private static Phone phone(String written) {
        return Phone.find(written).orElseThrow(() -> ProblemException.badRequest("phone-not-valid"));
    }

    private static String tenant(@Nullable String named) {
        return Objects.requireNonNullElse(named, Tenants.DEFAULT);
    }
}
