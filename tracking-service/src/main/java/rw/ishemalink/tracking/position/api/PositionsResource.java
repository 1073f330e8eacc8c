package rw.ishemalink.tracking.position.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.device.Reporters;
import rw.ishemalink.tracking.position.Fix;
import rw.ishemalink.tracking.position.Judgement;
import rw.ishemalink.tracking.position.Reporting;

/** Takes the fixes of a driver's own vehicle, one or many at once; most of them come by the {@link DriverLane}. Runs on event loops: nothing here may block. */
@Path(PositionsResource.PATH)
public class PositionsResource {

    static final String PATH = "/api/tracking/positions";

    private static final int MOST_REASONS_TOLD = 20;

    private final Reporting reporting;
    private final Reporters reporters;
    private final FixReader reader;
    private final Caller caller;

    PositionsResource(Reporting reporting, Reporters reporters, FixReader reader, Caller caller) {
        this.reporting = reporting;
        this.reporters = reporters;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.Names.DRIVER)
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(summary = "Report positions: one object or an array of at most 500; 202 once they are safe")
    @RequestBody(content = @Content(schema = @Schema(oneOf = {Fix.class, Fix[].class})))
    @APIResponse(
            responseCode = "202",
            description = "Safe",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "400", description = "Unreadable, or none of them was accepted")
    @APIResponse(responseCode = "403", description = "You drive nothing")
    @APIResponse(responseCode = "429", description = "Too much is on its way: send them again after Retry-After")
    @APIResponse(responseCode = "503", description = "They may be lost: send them again after Retry-After")
    public CompletionStage<Taken> report(byte[] body) {
        List<Fix> fixes = reader.read(body);
        return reporters
                .findDriver(caller.tenant(), caller.personId())
                .thenCompose(reporter -> reporting.report(reporter, fixes))
                .thenApply(PositionsResource::answer);
    }

    /** What is answered; 400 if nothing was accepted. */
    static Taken answer(Judgement judgement) {
        if (judgement.positions().isEmpty()) {
            throw ProblemException.badRequest("no-position-accepted", tell(judgement.refused()));
        }
        return Taken.of(judgement);
    }

    private static String tell(List<Judgement.Refusal> refusals) {
        return refusals.stream()
                .limit(MOST_REASONS_TOLD)
                .map(refusal -> refusal.index() + " " + refusal.reason())
                .collect(Collectors.joining(", "));
    }
}
