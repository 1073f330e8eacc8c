package rw.ishemalink.identity.oidc.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.ClientAuthentication;
import rw.ishemalink.identity.oidc.OAuthClient;
import rw.ishemalink.identity.oidc.RequestParameters;
import rw.ishemalink.identity.oidc.TokenGrants;
import rw.ishemalink.identity.oidc.TokenStatus;

/** What programs ask for, in the forms of OAuth 2.0; errors as RFC 6749 has them. */
@Path("/oauth2")
@Tag(name = "oauth2")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class OAuthResource {

    private static final String BEARER = "Bearer ";

    private final ClientAuthentication clients;
    private final TokenGrants grants;
    private final TokenStatus status;

    OAuthResource(ClientAuthentication clients, TokenGrants grants, TokenStatus status) {
        this.clients = clients;
        this.grants = grants;
        this.status = status;
    }

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Tokens for a client",
            description = "grant_type authorization_code (with PKCE S256), refresh_token, client_credentials, or"
                    + " urn:ietf:params:oauth:grant-type:token-exchange. The client proves itself by client_secret_basic or"
                    + " client_secret_post; a public client names its client_id.")
    @APIResponse(responseCode = "200", description = "Tokens (RFC 6749 § 5.1)")
    @APIResponse(responseCode = "400", description = "An error of RFC 6749 § 5.2")
    @APIResponse(responseCode = "401", description = "invalid_client")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public TokenEndpointAnswer token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable MultivaluedMap<String, String> form) {
        RequestParameters parameters = parameters(form);
        OAuthClient client = clients.get(authorization, parameters);
        return TokenEndpointAnswer.of(grants.grant(client, parameters));
    }

    @POST
    @Path("introspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "What a token is worth now (RFC 7662)",
            description = "Of the client's own tokens; with the scope introspect of all.")
    @APIResponse(responseCode = "200", description = "active, and if so what it says")
    @APIResponse(responseCode = "401", description = "invalid_client; public clients may not ask")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Map<String, Object> introspect(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable MultivaluedMap<String, String> form) {
        RequestParameters parameters = parameters(form);
        OAuthClient client = clients.get(authorization, parameters);
        return status.introspect(client, parameters.get("token"));
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "End the login that a token of the client is of (RFC 7009)")
    @APIResponse(responseCode = "200", description = "The token is good no longer, whether or not it was before")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Response revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable MultivaluedMap<String, String> form) {
        RequestParameters parameters = parameters(form);
        OAuthClient client = clients.get(authorization, parameters);
        status.revoke(client, parameters.get("token"));
        return Response.ok().build();
    }

    @GET
    @Path("userinfo")
    @Operation(summary = "Who the owner of the access token is, by the scopes that they agreed to")
    @APIResponse(responseCode = "200", description = "sub, and what profile, phone and email stand for")
    @APIResponse(responseCode = "401", description = "No token, or one that is not good for this")
    public Response userinfo(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return refused("Bearer");
        }
        return status.findOwner(authorization.substring(BEARER.length()).strip())
                .map(owner -> Response.ok(owner)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> refused("Bearer error=\"invalid_token\""));
    }

    @POST
    @Path("userinfo")
    @Operation(summary = "The same, as OpenID Connect Core § 5.3.1 wants it")
    @APIResponse(responseCode = "200", description = "sub, and what profile, phone and email stand for")
    @APIResponse(responseCode = "401", description = "No token, or one that is not good for this")
    public Response postedUserinfo(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return userinfo(authorization);
    }

    /** RFC 6750 § 3. */
    private static Response refused(String challenge) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RequestParameters parameters(@Nullable MultivaluedMap<String, String> form) {
        return RequestParameters.of(form == null ? Map.of() : form);
    }
}
