package rw.ishemalink.tracking.trip.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.trip.TripEvent;
import rw.ishemalink.tracking.trip.TripEvents;

/**
 * Arrivals at the border that positions propose. Nothing here says that a booking is at the border: that is the
 * inspector's word, and it takes the proposal away.
 */
@Path("/api/tracking/border-arrivals")
public class BorderArrivalsResource {

    private static final int MOST = 500;
    private static final String FENCE = "border:";

    private final TripEvents events;
    private final Caller caller;

    BorderArrivalsResource(TripEvents events, Caller caller) {
        this.events = events;
        this.caller = caller;
    }

    /**
     * A proposal that waits for the inspector.
     *
     * @param borderPost by name, e.g. Gatuna
     * @param proposedAt time of the position that shows it
     */
    public record BorderArrival(
            UUID bookingId, UUID vehicleId, String borderPost, double latitude, double longitude, Instant proposedAt) {

        private static BorderArrival of(TripEvent event) {
            String geofence = Objects.requireNonNullElse(event.geofence(), FENCE);
            return new BorderArrival(
                    event.bookingId(),
                    event.vehicleId(),
                    geofence.startsWith(FENCE) ? geofence.substring(FENCE.length()) : geofence,
                    event.latitude(),
                    event.longitude(),
                    event.recordedAt());
        }
    }

    @GET
    @RolesAllowed({
        Role.Names.CUSTOMS_INSPECTOR,
        Role.Names.GOVERNMENT,
        Role.Names.AUDITOR,
        Role.Names.DISPATCHER,
        Role.Names.TENANT_ADMIN,
        Role.Names.PLATFORM_ADMIN
    })
    @RunOnVirtualThread
    @Operation(summary = "Arrivals at the border that positions propose and no inspector has confirmed, oldest first")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "403", description = "an operator's dispatcher does not see the whole tenant")
    public List<BorderArrival> list(
            @Parameter(description = "border post by name, e.g. Gatuna; all if left out") @RestQuery @Nullable
                    String post) {
        boolean forAll = caller.isAnyForTenant(
                Role.CUSTOMS_INSPECTOR,
                Role.GOVERNMENT,
                Role.AUDITOR,
                Role.DISPATCHER,
                Role.TENANT_ADMIN,
                Role.PLATFORM_ADMIN);
        if (!forAll) {
            throw ProblemException.forbidden("not-the-whole-tenant");
        }
        return events.listArrivalsAtBorder(caller.tenant(), Optional.ofNullable(post), MOST).stream()
                .map(BorderArrival::of)
                .toList();
    }
}
