package rw.ishemalink.tracking.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
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
    private final HeardReader reader;
    private final Missed missed;
    private final TrackingConfig config;
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ended-trips").daemon().factory());

    Audience(Trips trips, HeardReader reader, Missed missed, TrackingConfig config, MeterRegistry meters) {
        this.trips = trips;
        this.reader = reader;
        this.missed = missed;
        this.config = config;
        Gauge.builder("ishema.tracking.followers", this, audience -> audience.all()
                        .size())
                .description("Who follows a trip on this instance")
                .register(meters);
    }

    /**
     * Begins to show the trip.
     *
     * @param lastShown the time of the last position that the follower has seen; empty for who comes new
     */
    public void begin(Follower follower, Optional<Instant> lastShown) {
        add(follower);
        try {
            follower.open(missed.find(follower.trip(), lastShown));
        } catch (RuntimeException e) {
            remove(follower);
            throw e;
        }
    }

    private void add(Follower follower) {
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

    /** Shows the position to whoever follows a trip that it belongs to; it is read only if somebody does. */
    void show(UUID vehicleId, Heard heard) {
        Set<Follower> followers = byVehicle.get(vehicleId);
        if (followers != null) {
            reader.find(heard).ifPresent(position -> show(followers, position));
        }
    }

    private static void show(Set<Follower> followers, Position position) {
        Map<UUID, Shown> byTrip = new HashMap<>();
        for (Follower follower : followers) {
            Trip trip = follower.trip();
            if (trip.shows(position)) {
                follower.show(byTrip.computeIfAbsent(trip.bookingId(), _ -> new Shown(trip, position)));
            }
        }
    }

    void start(@Observes StartupEvent event) {
        long millis = config.endedTripsLook().toMillis();
        var unused = look.scheduleWithFixedDelay(this::letGo, millis, millis, TimeUnit.MILLISECONDS);
        long beatMillis = config.heartbeat().toMillis();
        var unusedBeats = look.scheduleWithFixedDelay(this::beat, beatMillis, beatMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        look.shutdownNow();
    }

    private void letGo() {
        try {
            List<Follower> all = all();
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

    private void beat() {
        try {
            all().forEach(Follower::beat);
        } catch (RuntimeException e) {
            LOG.warnf("followers cannot be told that we live: %s", e.getClass().getSimpleName());
        }
    }

    private List<Follower> all() {
        return byVehicle.values().stream().flatMap(Set::stream).toList();
    }
}
