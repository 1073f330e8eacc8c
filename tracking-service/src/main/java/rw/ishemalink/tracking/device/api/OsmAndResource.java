package rw.ishemalink.tracking.device.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Positions as Traccar Client and trackers send them. The key in the report is the proof; it is never logged. What was
 * understood is answered with 200 even if the fix was refused, which it would be each time: the client keeps sending what
 * gets another answer and nothing after it. Runs on event loops: nothing here may block.
 */
@Path(OsmAndResource.PATH)
@PermitAll
public class OsmAndResource {

    static final String PATH = "/api/tracking/devices/osmand";

    private final OsmAndReports reports;

    OsmAndResource(OsmAndReports reports) {
        this.reports = reports;
    }

    @GET
    @ResponseStatus(200)
    @Operation(summary = "Report a position as Traccar Client does (OsmAnd protocol), in the address")
    @Parameter(name = "id", in = ParameterIn.QUERY, description = "The device's key")
    @Parameter(name = "lat", in = ParameterIn.QUERY, description = "WGS 84 degrees; or location=lat,lon")
    @Parameter(name = "lon", in = ParameterIn.QUERY, description = "WGS 84 degrees")
    @Parameter(name = "timestamp", in = ParameterIn.QUERY, description = "Seconds, milliseconds or ISO 8601")
    @Parameter(name = "speed", in = ParameterIn.QUERY, description = "Knots")
    @Parameter(name = "bearing", in = ParameterIn.QUERY, description = "Degrees")
    @Parameter(name = "altitude", in = ParameterIn.QUERY, description = "Metres")
    @Parameter(name = "accuracy", in = ParameterIn.QUERY, description = "Metres")
    @Parameter(name = "batt", in = ParameterIn.QUERY, description = "Percent")
    @APIResponse(responseCode = "200", description = "Understood; there is no body")
    @APIResponse(responseCode = "400", description = "Unreadable")
    @APIResponse(responseCode = "401", description = "Nobody's key")
    @APIResponse(responseCode = "403", description = "Nobody drives the vehicle")
    @APIResponse(responseCode = "429", description = "Too much is on its way: send it again after Retry-After")
    @APIResponse(responseCode = "503", description = "It may be lost: send it again after Retry-After")
    public CompletionStage<Void> reportInAddress(@Context UriInfo address) {
        return reports.take(address.getQueryParameters(), new byte[0]);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(200)
    @Operation(
            summary = "Report positions as Traccar Client does (OsmAnd protocol): the same as a form, or as JSON",
            description = "JSON: {\"device_id\": key, \"location\": {\"timestamp\", \"coords\": {\"latitude\", …}, …}},"
                    + " or an array of locations.")
    @APIResponse(responseCode = "200", description = "Understood; there is no body")
    @APIResponse(responseCode = "400", description = "Unreadable")
    @APIResponse(responseCode = "401", description = "Nobody's key")
    @APIResponse(responseCode = "403", description = "Nobody drives the vehicle")
    @APIResponse(responseCode = "429", description = "Too much is on its way: send it again after Retry-After")
    @APIResponse(responseCode = "503", description = "It may be lost: send it again after Retry-After")
    public CompletionStage<Void> report(@Context UriInfo address, byte[] body) {
        return reports.take(address.getQueryParameters(), body);
    }
}
