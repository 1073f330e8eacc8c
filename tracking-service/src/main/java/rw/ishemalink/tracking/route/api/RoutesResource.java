package rw.ishemalink.tracking.route.api;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.tracking.route.Roads;
import rw.ishemalink.tracking.route.StopPlan;
import rw.ishemalink.tracking.route.StopPlanner;

/** How far it is, and in which order many stops are made best. Nothing is kept of what is asked. */
@Path("/api/tracking/routes")
public class RoutesResource {

    private final Roads roads;
    private final StopPlanner planner;

    RoutesResource(Roads roads, StopPlanner planner) {
        this.roads = roads;
        this.planner = planner;
    }

    @POST
    @Authenticated
    @Operation(summary = "The way by road between two places; source says whether along known roads or guessed")
    @APIResponse(responseCode = "200", description = "Metres, seconds without stops, and the line where it is known")
    @APIResponse(responseCode = "400", description = "A place is missing or none")
    public RouteView route(@NotNull @Valid RouteRequest request) {
        return RouteView.of(roads.route(request.from().point(), request.to().point(), request.profile(), true));
    }

    @POST
    @Path("optimise")
    @RolesAllowed({
        Role.Names.DRIVER,
        Role.Names.OPERATOR,
        Role.Names.DISPATCHER,
        Role.Names.SENDER,
        Role.Names.EXPORTER,
        Role.Names.TENANT_ADMIN
    })
    @Operation(
            summary = "Share at most 50 stops between at most 5 vehicles and put them in order; stops and vehicles are"
                    + " numbered from 0, what cannot be served is told with its reason")
    @APIResponse(responseCode = "200", description = "Tours with times, and the stops that nobody makes")
    @APIResponse(responseCode = "400", description = "A place, a window or a number to mend")
    @APIResponse(responseCode = "429", description = "Enough other plans are being made; try again in some seconds")
    public StopPlan optimise(@NotNull @Valid StopPlanRequest request) {
        return planner.plan(request.drop(Instant.now()));
    }
}
