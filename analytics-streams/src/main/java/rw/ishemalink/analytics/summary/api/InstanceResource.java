package rw.ishemalink.analytics.summary.api;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.analytics.summary.SummaryCells;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * This instance's sums that may leave the country, for the instance that publishes them. No caller stands behind it, so
 * there is no token: the instances' own proof is asked for. The gateway has no route to it.
 */
@Path(SummaryCells.PATH)
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@PermitAll
class InstanceResource {

    private final SummaryCells cells;

    InstanceResource(SummaryCells cells) {
        this.cells = cells;
    }

    @GET
    @Path("/cells")
    @Operation(hidden = true)
    public byte[] cells(
            @HeaderParam(SummaryCells.HEADER) @Nullable String proof,
            @QueryParam("span") @NotEmpty List<Span> spans,
            @Context UriInfo asked) {
        URI address = asked.getRequestUri();
        String path = address.getRawPath() + "?" + address.getRawQuery();
        return cells.find(proof, path, spans).orElseThrow(() -> ProblemException.unauthorized("no-valid-token"));
    }
}
