package rw.ishemalink.gateway.upkeep.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.gateway.route.RouteTable;
import rw.ishemalink.gateway.upkeep.Maintenance;
import rw.ishemalink.gateway.upkeep.Notice;
import rw.ishemalink.gateway.upkeep.NoticeReader;
import rw.ishemalink.gateway.upkeep.store.NoticeRows;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** Closes the suite, or one service, and opens it again. Every instance obeys within seconds. */
@Path("/api/ops/maintenance")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MaintenanceResource {

    private static final Logger LOG = Logger.getLogger(MaintenanceResource.class);
    private static final int LONGEST_REASON = 500;

    private final NoticeRows rows;
    private final NoticeReader reader;
    private final Maintenance maintenance;
    private final RouteTable routes;
    private final Caller caller;

    MaintenanceResource(
            NoticeRows rows, NoticeReader reader, Maintenance maintenance, RouteTable routes, Caller caller) {
        this.rows = rows;
        this.reader = reader;
        this.maintenance = maintenance;
        this.routes = routes;
        this.caller = caller;
    }

    /**
     * What to close.
     *
     * @param service one service; none: the whole suite
     * @param reason for the staff
     * @param until when it opens by itself; none: when it is opened
     */
    public record Closing(
            @Nullable String service,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable Instant until) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts the whole suite, or one service, into maintenance")
    @APIResponse(responseCode = "200", description = "All that is in maintenance now")
    @APIResponse(responseCode = "400", description = "No such service, or until is not in the future")
    public List<Notice> begin(@NotNull @Valid Closing closing) {
        String scope = closing.service() == null ? Notice.SUITE : known(closing.service());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (closing.until() != null && !closing.until().isAfter(now)) {
            throw ProblemException.badRequest("maintenance-in-the-past");
        }
        rows.put(new Notice(
                scope, closing.reason(), Optional.ofNullable(closing.until()), Optional.of(caller.personId()), now));
        LOG.infof("maintenance of %s begun by %s", scope, caller.personId());
        reader.look();
        return maintenance.list();
    }

    @GET
    @Operation(summary = "All that is in maintenance, by hand or by itself")
    public List<Notice> list() {
        reader.look();
        return maintenance.list();
    }

    @DELETE
    @Operation(summary = "Ends what was begun by hand")
    @APIResponse(responseCode = "200", description = "What is still in maintenance")
    @APIResponse(responseCode = "404", description = "It was not in maintenance by hand")
    public List<Notice> end(@QueryParam("service") @DefaultValue(Notice.SUITE) String service) {
        if (!rows.delete(service)) {
            throw ProblemException.notFound("no-such-resource");
        }
        LOG.infof("maintenance of %s ended by %s", service, caller.personId());
        reader.look();
        return maintenance.list();
    }

    private String known(String service) {
        if (routes.routes().stream().noneMatch(route -> route.service().equals(service))) {
            throw ProblemException.badRequest("no-such-service");
        }
        return service;
    }
}
