package rw.ishemalink.tracking.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trips;

/**
 * Everybody who follows a trip on this instance. Whoever follows a trip that is over, or that another vehicle has
 * taken over, is let go within a second.
 */
@ApplicationScoped
public class Audience {

    private static final Logger LOG = Logger.getLogger(Audience.class);

    private final Map<UUID, Set<Follower>> byVehicle = new ConcurrentHashMap<>();
    private final Trips trips;
    private final TrackingConfig config;
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ended-trips").daemon().factory());

    Audience(Trips trips, TrackingConfig config) {
        this.trips = trips;
        this.config = config;
    }

    public void add(Follower follower) {
        byVehicle.compute(follower.trip().vehicleId(), (id, followers) -> {
            Set<Follower> all = followers == null ? ConcurrentHashMap.newKeySet() : followers;
            all.add(follower);
            return all;
        });
    }

    public void remove(Follower follower) {
        byVehicle.computeIfPresent(follower.trip().vehicleId(), (id, followers) -> {
            followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
    }

    /** Shows the position to whoever follows a trip that it belongs to. */
    void show(Position position) {
        for (Follower follower : byVehicle.getOrDefault(position.vehicleId(), Set.of())) {
            if (follower.trip().shows(position)) {
                follower.show(position);
            }
        }
    }

    void start(@Observes StartupEvent event) {
        long millis = config.endedTripsLook().toMillis();
        var unused = look.scheduleWithFixedDelay(this::letGo, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        look.shutdownNow();
    }

    private void letGo() {
        try {
            List<Follower> all =
                    byVehicle.values().stream().flatMap(Set::stream).toList();
            if (!all.isEmpty()) {
                Map<UUID, UUID> underWay = trips.findVehiclesUnderWay(all.stream()
                        .map(follower -> follower.trip().bookingId())
                        .distinct()
                        .toList());
                all.stream()
                        .filter(follower -> !follower.trip()
                                .vehicleId()
                                .equals(underWay.get(follower.trip().bookingId())))
                        .forEach(Follower::end);
            }
        } catch (RuntimeException e) {
            LOG.warnf("ended trips cannot be looked up: %s", e.getClass().getSimpleName());
        }
    }
}
