package rw.ishemalink.gateway.health;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.openapi.annotations.Operation;
import rw.ishemalink.gateway.route.Route;
import rw.ishemalink.gateway.route.RouteTable;

/** The deep health of the suite: every service's own deep probe, asked at once. */
@Path("/api/health/deep")
public class SuiteHealth {

    private final RouteTable routes;
    private final DeepProbe probe;

    SuiteHealth(RouteTable routes, DeepProbe probe) {
        this.routes = routes;
        this.probe = probe;
    }

    /** UP or DOWN per service; 200 only if all are UP, else 503. */
    public record Health(String status, Map<String, String> services) {}

    @GET
    @PermitAll
    @RunOnVirtualThread
    @Operation(summary = "Whether every service and what it needs is up: 200 if all are, else 503")
    public Response health() {
        Map<String, String> services = askAll();
        boolean up = services.values().stream().allMatch("UP"::equals);
        return Response.status(up ? 200 : 503)
                .entity(new Health(up ? "UP" : "DOWN", services))
                .build();
    }

    private Map<String, String> askAll() {
        Map<String, Future<Boolean>> answers = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Route route : routes.routes()) {
                answers.put(route.service(), threads.submit(() -> probe.isUp(route.origin())));
            }
        }
        Map<String, String> services = new TreeMap<>();
        answers.forEach((service, up) -> services.put(service, up.resultNow() ? "UP" : "DOWN"));
        return services;
    }
}
