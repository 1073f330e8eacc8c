package rw.ishemalink.tracking.watch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.deadletter.Causes;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.tracking.watch.Told;
import rw.ishemalink.tracking.watch.VehicleWatch;
import rw.ishemalink.tracking.watch.Watch;

/** Keeps the watches of the vehicles of one partition and lets time pass for those that are due. */
final class WatchVehicles implements Processor<String, Heard, String, Told> {

    static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** When nothing has come for so long, all there is has been read, and time is what our clock says. */
    private static final long IDLE_MILLIS = 10_000;

    private static final Logger LOG = Logger.getLogger(WatchVehicles.class);

    private final Watch watch;
    private final Map<String, Instant> due = new HashMap<>();
    private @Nullable ProcessorContext<String, Told> context;
    private @Nullable ObjectStore<String, VehicleWatch> watches;
    private long heardMillis;

    WatchVehicles(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void init(ProcessorContext<String, Told> started) {
        context = started;
        watches = started.getStateStore(WatchTopology.WATCHES);
        heardMillis = started.currentSystemTimeMs();
        Instant wall = Instant.ofEpochMilli(heardMillis);
        watches.forEach((vehicleId, known) -> due.put(vehicleId, watch.dueAt(known, wall)));
        var unused = started.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, Heard> heard) {
        if (heard.key() == null) {
            throw new UnwatchableException(new IllegalArgumentException("a record without a vehicle"));
        }
        heardMillis = Objects.requireNonNull(context).currentSystemTimeMs();
        Instant wall = Instant.ofEpochMilli(heardMillis);
        VehicleWatch before = Objects.requireNonNull(watches).find(heard.key()).orElse(VehicleWatch.NEW);
        settle(heard.key(), before, turn(before, heard.value(), wall), wall);
    }

    /** Nothing has changed when this fails, so the record may go to the dead letters. */
    private Watch.Turned turn(VehicleWatch before, Heard heard, Instant wall) {
        try {
            return switch (heard) {
                case Heard.Fix fix -> watch.hear(before, fix.position(), wall);
                case Heard.News news -> watch.learn(before, news.news(), wall);
            };
        } catch (RuntimeException e) {
            throw new UnwatchableException(e);
        }
    }

    private void look(long wallMillis) {
        Instant wall = Instant.ofEpochMilli(wallMillis);
        List<String> now = new ArrayList<>();
        due.forEach((vehicleId, at) -> {
            if (!at.isAfter(wall)) {
                now.add(vehicleId);
            }
        });
        now.forEach(vehicleId -> pass(vehicleId, wall));
    }

    private void pass(String vehicleId, Instant wall) {
        Optional<VehicleWatch> known = Objects.requireNonNull(watches).find(vehicleId);
        if (known.isEmpty()) {
            due.remove(vehicleId);
            return;
        }
        try {
            settle(vehicleId, known.get(), watch.pass(known.get(), upTo(wall), wall), wall);
        } catch (RuntimeException e) {
            due.put(vehicleId, wall.plus(Duration.ofHours(1)));
            LOG.errorf("the watch over a vehicle failed as time passed: %s", Causes.types(e));
        }
    }

    private void settle(String vehicleId, VehicleWatch before, Watch.Turned turned, Instant wall) {
        VehicleWatch after = turned.watch();
        if (watch.isOver(after, wall)) {
            Objects.requireNonNull(watches).delete(vehicleId);
            due.remove(vehicleId);
        } else {
            if (!after.equals(before)) {
                Objects.requireNonNull(watches).put(vehicleId, after);
            }
            due.put(vehicleId, watch.dueAt(after, wall));
        }
        for (Told told : turned.told()) {
            Objects.requireNonNull(context).forward(new Record<>(vehicleId, told, wall.toEpochMilli()));
        }
    }

    /** Behind, e.g. after a time off, it is as late as what has been read; a silence then is none. */
    private Instant upTo(Instant wall) {
        long readMillis = Objects.requireNonNull(context).currentStreamTimeMs();
        boolean idle = wall.toEpochMilli() - heardMillis > IDLE_MILLIS;
        return idle || readMillis > wall.toEpochMilli() ? wall : Instant.ofEpochMilli(Math.max(0, readMillis));
    }
}
