package rw.ishemalink.tracking.route;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how far the map is; always up, for roads are guessed meanwhile and positions must not wait. */
@Readiness
@ApplicationScoped
class RoadsCheck implements HealthCheck {

    private final Roads roads;

    RoadsCheck(Roads roads) {
        this.roads = roads;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("roads")
                .up()
                .withData("map", roads.mapState().name())
                .build();
    }
}
