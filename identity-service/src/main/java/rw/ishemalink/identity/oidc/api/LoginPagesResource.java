package rw.ishemalink.identity.oidc.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.BrowserLogin;
import rw.ishemalink.identity.oidc.Logout;
import rw.ishemalink.identity.oidc.RequestParameters;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Where browsers come for a login or a logout on behalf of a client. */
@Path("/oauth2")
@Tag(name = "oauth2")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LoginPagesResource {

    private final BrowserLogin login;
    private final Logout logout;
    private final LoginPages pages;

    LoginPagesResource(BrowserLogin login, Logout logout, LoginPages pages) {
        this.login = login;
        this.logout = logout;
        this.pages = pages;
    }

    @GET
    @Path("authorize")
    @Operation(
            summary = "A client sends a browser for a login (code flow with PKCE S256)",
            description =
                    "client_id, redirect_uri, response_type=code, scope, code_challenge, code_challenge_method=S256;"
                            + " state, nonce and ui_locales are optional.")
    @APIResponse(responseCode = "200", description = "The first page: the phone")
    @APIResponse(responseCode = "303", description = "Back to the client with an error")
    @APIResponse(responseCode = "400", description = "A page: the client or its address is not registered")
    public Response authorize(@Context UriInfo address, @Context HttpHeaders headers) {
        return begin(address.getQueryParameters(), headers);
    }

    @POST
    @Path("authorize")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The same, with the parameters in a form")
    @APIResponse(responseCode = "200", description = "The first page: the phone")
    @APIResponse(responseCode = "303", description = "Back to the client with an error")
    @APIResponse(responseCode = "400", description = "A page: the client or its address is not registered")
    public Response postedAuthorize(@Nullable MultivaluedMap<String, String> form, @Context HttpHeaders headers) {
        return begin(orEmpty(form), headers);
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A form of a login page: phone, code or consent")
    @APIResponse(responseCode = "200", description = "The next page")
    @APIResponse(responseCode = "303", description = "Back to the client, with a code or access_denied")
    @APIResponse(responseCode = "400", description = "A page: the login is over, or the form is not ours")
    public Response follow(
            @CookieParam(LoginPages.COOKIE) @Nullable String cookie,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Nullable MultivaluedMap<String, String> form,
            @Context HttpHeaders headers) {
        return pages.answer(login.follow(cookie, RequestParameters.of(orEmpty(form)), accepted(headers), userAgent));
    }

    @GET
    @Path("end-session")
    @Operation(
            summary = "End the login that an ID token came of (OpenID Connect RP-Initiated Logout)",
            description = "id_token_hint; post_logout_redirect_uri if it is registered; state.")
    @APIResponse(responseCode = "200", description = "A page that says so")
    @APIResponse(responseCode = "303", description = "Back to the client")
    public Response endSession(@Context UriInfo address, @Context HttpHeaders headers) {
        return end(address.getQueryParameters(), headers);
    }

    @POST
    @Path("end-session")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The same, with the parameters in a form")
    @APIResponse(responseCode = "200", description = "A page that says so")
    @APIResponse(responseCode = "303", description = "Back to the client")
    public Response postedEndSession(@Nullable MultivaluedMap<String, String> form, @Context HttpHeaders headers) {
        return end(orEmpty(form), headers);
    }

    private Response begin(MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        return pages.answer(login.begin(RequestParameters.of(parameters), accepted(headers)));
    }

    private Response end(MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        return pages.answer(logout.end(RequestParameters.of(parameters), accepted(headers)));
    }

    private static MultivaluedMap<String, String> orEmpty(@Nullable MultivaluedMap<String, String> form) {
        return form == null ? new MultivaluedHashMap<>() : form;
    }

    private static String accepted(HttpHeaders headers) {
        return ProblemTexts.language(headers.getAcceptableLanguages()).getLanguage();
    }
}
