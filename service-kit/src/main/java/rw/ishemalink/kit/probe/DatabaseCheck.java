package rw.ishemalink.kit.probe;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Whether the database answers. */
@ApplicationScoped
@Readiness
@HealthGroup(Deep.GROUP)
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
class DatabaseCheck implements HealthCheck {

    private final Jdbi jdbi;

    DatabaseCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            jdbi.useHandle(sql -> sql.execute("select 1"));
            return HealthCheckResponse.up("database");
        } catch (JdbiException e) {
            return HealthCheckResponse.down("database");
        }
    }
}
