package rw.ishemalink.analytics.traffic;

import com.uber.h3core.H3Core;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.store.CountedUpTo;

/** Adds each position to its cell and hour. */
final class CountTraffic implements Processor<String, Fix, Void, Void> {

    /** About a square kilometre: a junction and the streets to it. */
    static final int RESOLUTION = 8;

    private final H3Core grid;
    private final Halts halts = new Halts();
    private @Nullable CellStore cells;
    private @Nullable Sightings sightings;
    private @Nullable CountedUpTo upTo;

    CountTraffic(H3Core grid) {
        this.grid = grid;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        cells = CellStore.of(context, Home.VEHICLE);
        Sightings seen = Sightings.of(context);
        sightings = seen;
        upTo = CountedUpTo.of(context, Home.VEHICLE.countedUpTo());
        context.schedule(TrafficStream.FORGETS_EVERY, PunctuationType.STREAM_TIME, seen::forget);
    }

    @Override
    public void process(Record<String, Fix> record) {
        Fix fix = record.value();
        if (fix.tellsOfTraffic()) {
            for (Reading reading : halts.after(record.key(), fix, reading(fix))) {
                add(fix.tenant(), record.key(), reading);
            }
        }
        Objects.requireNonNull(upTo).advance(record.timestamp());
    }

    private Reading reading(Fix fix) {
        return new Reading(
                grid.latLngToCell(fix.latitude(), fix.longitude(), RESOLUTION),
                Period.HOUR.begin(Instant.ofEpochMilli(fix.atMillis())),
                fix.speed() < Reading.SLOW_KMH,
                Math.round(fix.speed()));
    }

    private void add(String tenant, String vehicle, Reading reading) {
        Cell cell = new Cell(
                Aggregate.TRAFFIC, tenant, Period.HOUR, reading.hour(), List.of(Long.toHexString(reading.cell())));
        boolean first = Objects.requireNonNull(sightings).isFirst(vehicle, reading);
        Objects.requireNonNull(cells)
                .add(Map.of(
                        cell,
                        Sums.of(Map.of(
                                Measure.FIXES,
                                1L,
                                Measure.SLOW_FIXES,
                                reading.slow() ? 1L : 0L,
                                Measure.SPEED_KMH,
                                reading.speedKmh(),
                                Measure.PEOPLE,
                                first ? 1L : 0L))));
    }
}
