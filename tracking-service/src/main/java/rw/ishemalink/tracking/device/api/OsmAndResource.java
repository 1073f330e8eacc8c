package rw.ishemalink.tracking.device.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.device.DeviceReport;
import rw.ishemalink.tracking.device.OsmAndForm;
import rw.ishemalink.tracking.device.OsmAndJson;
import rw.ishemalink.tracking.device.Reporters;
import rw.ishemalink.tracking.position.Reporting;

/**
 * Positions as Traccar Client and trackers send them. The key in the report is the proof; it is never logged. What was
 * understood is answered with 200 even if the fix was refused, which it would be each time: the client keeps sending what
 * gets another answer and nothing after it. Runs on event loops: nothing here may block.
 */
@Path("/api/tracking/devices/osmand")
@PermitAll
public class OsmAndResource {

    private final Reporters reporters;
    private final Reporting reporting;
    private final ObjectMapper json;

    OsmAndResource(Reporters reporters, Reporting reporting, ObjectMapper json) {
        this.reporters = reporters;
        this.reporting = reporting;
        this.json = json;
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
        return take(OsmAndForm.read(address.getQueryParameters()));
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
        Map<String, List<String>> parameters = address.getQueryParameters();
        if (OsmAndForm.isOne(parameters)) {
            return take(OsmAndForm.read(parameters));
        }
        return take(isJson(body) ? readJson(body) : OsmAndForm.read(form(body)));
    }

    private CompletionStage<Void> take(DeviceReport report) {
        return reporters
                .findDevice(report.key())
                .thenCompose(reporter -> reporting.report(reporter, report.fixes()))
                .thenAccept(_ -> {});
    }

    /** Whatever the client calls it: not all say what they send. */
    private static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '{';
    }

    private DeviceReport readJson(byte[] body) {
        try {
            return OsmAndJson.read(json.readTree(body));
        } catch (IOException e) {
            throw ProblemException.badRequest("unreadable-report", "-");
        }
    }

    private static Map<String, List<String>> form(byte[] body) {
        try {
            return new QueryStringDecoder(new String(body, UTF_8), UTF_8, false).parameters();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("unreadable-report", "-");
        }
    }
}
