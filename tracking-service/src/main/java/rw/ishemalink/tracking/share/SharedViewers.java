package rw.ishemalink.tracking.share;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.Audience;
import rw.ishemalink.tracking.live.Follower;

/**
 * Everybody who follows a trip through a link on this instance. Whoever looks through one that has expired or was revoked
 * is let go within a second; when the trips arrive is looked up for all of them at once.
 */
@ApplicationScoped
public class SharedViewers {

    private static final Logger LOG = Logger.getLogger(SharedViewers.class);

    private final Map<Follower, UUID> links = new ConcurrentHashMap<>();
    private final Audience audience;
    private final ShareLinks rows;
    private final EstimatedArrivals estimates;
    private final TrackingConfig config;
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shared-links").daemon().factory());
    private final Map<UUID, Arrival> arrivals = new ConcurrentHashMap<>();

    SharedViewers(Audience audience, ShareLinks rows, EstimatedArrivals estimates, TrackingConfig config) {
        this.audience = audience;
        this.rows = rows;
        this.estimates = estimates;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.endedTripsLook().toMillis();
        var unused = look.scheduleWithFixedDelay(this::lookQuietly, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        look.shutdownNow();
    }

    /** Begins to show the trip. */
    public void begin(Follower follower, UUID linkId, Optional<Instant> lastShown) {
        links.put(follower, linkId);
        try {
            arrivals.putAll(estimates.find(List.of(follower.trip().bookingId())));
            audience.begin(follower, lastShown);
        } catch (RuntimeException e) {
            links.remove(follower);
            throw e;
        }
    }

    public void remove(Follower follower) {
        links.remove(follower);
        audience.remove(follower);
    }

    /** When a trip arrives that somebody follows; does not wait. */
    public Optional<Arrival> findArrival(UUID bookingId) {
        return Optional.ofNullable(arrivals.get(bookingId));
    }

    private void lookQuietly() {
        try {
            lookAround();
        } catch (RuntimeException e) {
            LOG.warnf("links cannot be looked up: %s", e.getClass().getSimpleName());
        }
    }

    private void lookAround() {
        Map<Follower, UUID> followed = Map.copyOf(links);
        if (followed.isEmpty()) {
            arrivals.clear();
            return;
        }
        Set<UUID> open = rows.findOpen(Set.copyOf(followed.values()), Instant.now());
        followed.forEach((follower, linkId) -> {
            if (!open.contains(linkId)) {
                follower.end();
            }
        });
        Set<UUID> bookings = followed.keySet().stream()
                .map(follower -> follower.trip().bookingId())
                .collect(Collectors.toSet());
        arrivals.putAll(estimates.find(bookings));
        arrivals.keySet().retainAll(bookings);
    }
}
