package rw.ishemalink.tracking.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.Position;

/**
 * The last position of each vehicle, by the phone's clock – a late one does not replace a newer one – and all those that
 * came lately, so that who was away for a moment misses none. Both are bounded in number. One thread writes, any reads.
 */
@ApplicationScoped
public class LivePositions {

    /** Where there are too many vehicles, so many go at once that it does not begin again with the next one. */
    private static final int PART_THAT_GOES = 10;

    private final Map<UUID, Vehicle> vehicles = new ConcurrentHashMap<>();
    private final Deque<Heard> lately = new ArrayDeque<>();
    private final HeardReader reader;
    private final int mostVehicles;
    private final int mostLately;
    private volatile long completeSinceMicros = Long.MAX_VALUE;

    LivePositions(HeardReader reader, TrackingConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.mostVehicles = config.mostVehicles();
        this.mostLately = config.mostRecentPositions();
        Gauge.builder("ishema.tracking.vehicles", vehicles, Map::size)
                .description("Vehicles whose last position is known")
                .register(meters);
    }

    private static final class Vehicle {
        private volatile Heard newest;
        private volatile @Nullable Heard latest;

        private Vehicle(Heard first) {
            this.newest = first;
        }
    }

    /** What came of a vehicle lately: all that reached us after that time. */
    record Lately(List<Position> positions, Instant completeSince) {}

    /** Everything that reaches us from then on will be heard. Called by the feed as it begins. */
    void beginAt(Instant since) {
        completeSinceMicros = EventId.micros(since);
    }

    /** Keeps one from the topic of all positions; answers whether it is newer than all that is known. */
    boolean keep(UUID vehicleId, Heard heard) {
        Vehicle vehicle = vehicles.get(vehicleId);
        if (vehicle == null) {
            Vehicle first = new Vehicle(heard);
            first.latest = heard;
            add(vehicleId, first);
            remember(heard);
            return true;
        }
        heard.follow(vehicle.latest);
        vehicle.latest = heard;
        remember(heard);
        return replace(vehicle, heard);
    }

    /** Keeps one from the topic of last positions, which does not have all; answers whether it is newer than all known. */
    boolean keepLast(UUID vehicleId, Heard heard) {
        Vehicle vehicle = vehicles.get(vehicleId);
        if (vehicle == null) {
            add(vehicleId, new Vehicle(heard));
            return true;
        }
        return replace(vehicle, heard);
    }

    /** The vehicle is no more. */
    void forget(UUID vehicleId) {
        vehicles.remove(vehicleId);
    }

    /** Where the vehicle was last, if it has been heard of. */
    public Optional<Position> find(UUID vehicleId) {
        return Optional.ofNullable(vehicles.get(vehicleId)).flatMap(vehicle -> reader.find(vehicle.newest));
    }

    /** What a map shows of the vehicle, if it has been heard of. */
    public Optional<Glance> glance(UUID vehicleId) {
        return Optional.ofNullable(vehicles.get(vehicleId)).flatMap(vehicle -> reader.glance(vehicle.newest));
    }

    /** What a map shows of each vehicle that was taken after that time. */
    public void glanceAtAll(Instant after, BiConsumer<UUID, Glance> show) {
        long afterMicros = EventId.micros(after);
        vehicles.forEach((vehicleId, vehicle) -> {
            Heard newest = vehicle.newest;
            if (newest.recordedAtMicros() > afterMicros) {
                reader.glance(newest).ifPresent(glance -> show.accept(vehicleId, glance));
            }
        });
    }

    /** What came of the vehicle lately and was taken after that time, in no order. */
    Lately lately(UUID vehicleId, Instant after) {
        long afterMicros = EventId.micros(after);
        Instant completeSince = Glance.instant(completeSinceMicros);
        List<Position> found = new ArrayList<>();
        Vehicle vehicle = vehicles.get(vehicleId);
        if (vehicle != null) {
            Stream.iterate(vehicle.latest, one -> one != null, Heard::before)
                    .filter(one -> one.recordedAtMicros() > afterMicros)
                    .map(reader::find)
                    .forEach(position -> position.ifPresent(found::add));
        }
        return new Lately(found, completeSince);
    }

    private static boolean replace(Vehicle vehicle, Heard heard) {
        boolean newer = heard.recordedAtMicros() > vehicle.newest.recordedAtMicros();
        if (newer) {
            vehicle.newest = heard;
        }
        return newer;
    }

    private void remember(Heard heard) {
        lately.addLast(heard);
        if (lately.size() > mostLately) {
            Heard oldest = lately.removeFirst();
            oldest.leave();
            completeSinceMicros = Math.max(completeSinceMicros, oldest.receivedAtMicros());
        }
    }

    private void add(UUID vehicleId, Vehicle vehicle) {
        if (vehicles.size() >= mostVehicles) {
            forgetTheOldest();
        }
        vehicles.put(vehicleId, vehicle);
    }

    private void forgetTheOldest() {
        vehicles.entrySet().stream()
                .map(entry -> Map.entry(entry.getValue().newest.recordedAtMicros(), entry.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .limit(Math.ceilDiv(mostVehicles, PART_THAT_GOES))
                .forEach(entry -> vehicles.remove(entry.getValue()));
    }
}
