package rw.ishemalink.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once this instance has copies of what others count, so that whoever restarts one instance after the other, and
 * waits for each to be ready, always leaves one that can take over at once. Once ready it stays so.
 */
@ApplicationScoped
@Readiness
class CopiesReady implements HealthCheck {

    private final LocalStores stores;

    CopiesReady(LocalStores stores) {
        this.stores = stores;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("copies")
                .status(stores.areCopiesMade())
                .build();
    }
}
