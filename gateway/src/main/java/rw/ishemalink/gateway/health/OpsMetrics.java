package rw.ishemalink.gateway.health;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import rw.ishemalink.kit.caller.Role;

/** The door's metrics for staff; Prometheus reads {@code /q/metrics}, from inside. */
@Path("/api/ops/metrics")
@SuppressWarnings("deprecation") // Micrometer has a newer registry; Quarkus makes this one.
public class OpsMetrics {

    private final PrometheusMeterRegistry meters;

    OpsMetrics(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @GET
    @RolesAllowed(Role.Names.PLATFORM_ADMIN)
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "What the door counts, in the text format of Prometheus")
    public String metrics() {
        return meters.scrape();
    }
}
