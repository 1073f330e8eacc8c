package rw.ishemalink.booking.quote.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import rw.ishemalink.booking.quote.store.ReferenceData;

/** Names of places and goods. A phone keeps them: they change with a release only, and the tag tells whether they did. */
@Path("/api/quotes/reference")
@RunOnVirtualThread
@Authenticated
public class ReferenceResource {

    private static final int FRESH_SECONDS = Math.toIntExact(TimeUnit.HOURS.toSeconds(1));

    private final ReferenceView view;
    private final EntityTag tag;

    ReferenceResource(ReferenceData reference) {
        this.view = ReferenceView.of(reference.gazetteer());
        this.tag = new EntityTag(Integer.toHexString(view.hashCode()));
    }

    @GET
    @Operation(summary = "Districts, countries with their border posts, and commodities with HS code")
    @APIResponse(
            responseCode = "200",
            description = "May be kept for an hour",
            content = @Content(schema = @Schema(implementation = ReferenceView.class)))
    @APIResponse(responseCode = "304", description = "What is kept under the ETag still holds")
    public Response list(@Context Request request) {
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null ? Response.ok(view) : unchanged;
        CacheControl fresh = new CacheControl();
        fresh.setPrivate(true);
        fresh.setMaxAge(FRESH_SECONDS);
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, fresh).build();
    }
}
