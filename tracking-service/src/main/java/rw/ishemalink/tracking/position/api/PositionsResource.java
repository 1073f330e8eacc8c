package rw.ishemalink.tracking.position.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.Fix;
import rw.ishemalink.tracking.position.FixRefusal;
import rw.ishemalink.tracking.position.FixRules;
import rw.ishemalink.tracking.position.FixRules.Verdict;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.position.PositionLog;
import rw.ishemalink.tracking.vehicle.DriverVehicles;

/** Takes the fixes of a driver's own vehicle, one or many at once. */
@Path("/api/tracking/positions")
public class PositionsResource {

    private static final int MOST_FIXES = 500;
    private static final int MOST_REASONS_TOLD = 20;

    private final PositionLog log;
    private final DriverVehicles vehicles;
    private final TrackingConfig config;
    private final ObjectMapper json;
    private final Caller caller;

    PositionsResource(
            PositionLog log, DriverVehicles vehicles, TrackingConfig config, ObjectMapper json, Caller caller) {
        this.log = log;
        this.vehicles = vehicles;
        this.config = config;
        this.json = json;
        this.caller = caller;
    }

    /** How many were taken, and which were not. */
    public record Taken(int accepted, List<Refusal> rejected) {}

    /** A fix that was not taken: its number in the request, from 0, and why. */
    public record Refusal(int index, FixRefusal reason) {}

    @POST
    @RolesAllowed(Role.Names.DRIVER)
    @RunOnVirtualThread
    @Operation(summary = "Report positions: one object or an array of at most 500; 202 once they are safe")
    @RequestBody(content = @Content(schema = @Schema(oneOf = {Fix.class, Fix[].class})))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Taken.class)))
    public Response report(@Nullable JsonNode body) throws JsonProcessingException {
        List<Fix> fixes = read(body);
        UUID vehicleId = vehicles.findActive(caller.tenant(), caller.personId())
                .orElseThrow(() -> ProblemException.forbidden("no-vehicle"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Position> positions = new ArrayList<>(fixes.size());
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < fixes.size(); index++) {
            switch (FixRules.judge(
                    fixes.get(index), caller.tenant(), caller.personId(), vehicleId, now, config.clockTolerance())) {
                case Verdict.Taken taken -> positions.add(taken.position());
                case Verdict.Refused refused -> refusals.add(new Refusal(index, refused.reason()));
            }
        }
        if (positions.isEmpty()) {
            throw ProblemException.badRequest("no-position-accepted", tell(refusals));
        }
        log.write(positions);
        return Response.accepted(new Taken(positions.size(), refusals)).build();
    }

    private List<Fix> read(@Nullable JsonNode body) throws JsonProcessingException {
        if (body == null || body.isNull() || (body.isArray() && (body.isEmpty() || body.size() > MOST_FIXES))) {
            throw ProblemException.badRequest("too-many-positions", MOST_FIXES);
        }
        return body.isArray()
                ? List.of(json.treeToValue(body, Fix[].class))
                : List.of(json.treeToValue(body, Fix.class));
    }

    private static String tell(List<Refusal> refusals) {
        return refusals.stream()
                .limit(MOST_REASONS_TOLD)
                .map(refusal -> refusal.index() + " " + refusal.reason())
                .collect(Collectors.joining(", "));
    }
}
