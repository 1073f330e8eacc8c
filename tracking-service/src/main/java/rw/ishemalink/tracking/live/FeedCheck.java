package rw.ishemalink.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the last positions are known: a client would be told that there are none. */
@Readiness
@ApplicationScoped
class FeedCheck implements HealthCheck {

    private final PositionFeed feed;

    FeedCheck(PositionFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("positions").status(feed.isCaughtUp()).build();
    }
}
