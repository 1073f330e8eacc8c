package rw.ishemalink.identity.oidc.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rw.ishemalink.identity.oidc.OAuthException;

/** Errors as OAuth libraries read them (RFC 6749 § 5.2), not problem details. */
class OAuthErrors {

    /** The answer's body. */
    record Body(
            String error, @JsonProperty("error_description") String description) {}

    @ServerExceptionMapper
    Response answer(OAuthException e) {
        Response.ResponseBuilder answer = Response.status(e.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Body(e.error(), e.description()));
        return (e.status() == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ishemalink\"") : answer)
                .build();
    }
}
