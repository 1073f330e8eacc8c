package rw.ishemalink.tracking.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;

/** Plans stops, few plans at once: each takes a core for as long as it may, and positions come first. */
@ApplicationScoped
public class StopPlanner {

    private final RoadNetwork roads;
    private final Semaphore places;
    private final Duration limit;

    @Inject
    StopPlanner(RoadNetwork roads, TrackingConfig config) {
        this(roads, config.stopPlans(), config.stopPlanLimit());
    }

    StopPlanner(RoadNetwork roads, int atOnce, Duration limit) {
        this.roads = roads;
        this.places = new Semaphore(atOnce);
        this.limit = limit;
    }

    /** The plan, or 429 at once when enough others are being made: whoever waits would hold a thread. */
    public StopPlan plan(MultiDrop drop) {
        if (!places.tryAcquire()) {
            throw ProblemException.tooManyRequests("stop-planner-busy");
        }
        try {
            return StopOptimiser.plan(drop, roads, limit);
        } finally {
            places.release();
        }
    }
}
