package rw.ishemalink.tracking.watch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.watch.BookingNews;
import rw.ishemalink.tracking.watch.RoutedTrip;
import rw.ishemalink.tracking.watch.Routing;
import rw.ishemalink.tracking.watch.TripNews;

/** Tells vehicles of their trips: bookings by their own key in, news by the vehicle's key out. */
final class RouteTrips implements Processor<String, BookingNews, String, TripNews> {

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final Duration memory;
    private @Nullable ProcessorContext<String, TripNews> context;
    private @Nullable KeyValueStore<String, RoutedTrip> trips;

    RouteTrips(Duration memory) {
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<String, TripNews> started) {
        context = started;
        trips = started.getStateStore(WatchTopology.ROUTED);
        var unused = started.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, BookingNews> event) {
        var all = Objects.requireNonNull(trips);
        RoutedTrip before = all.get(event.key());
        Routing.Routed routed = Routing.take(before, event.value());
        routed.trip().filter(after -> !after.equals(before)).ifPresent(after -> all.put(event.key(), after));
        for (TripNews news : routed.news()) {
            Objects.requireNonNull(context)
                    .forward(new Record<>(news.plan().vehicleId().toString(), news, event.timestamp()));
        }
    }

    /** A trip that is over is kept as long as events of it may come again. */
    private void sweep(long nowMillis) {
        Instant before = Instant.ofEpochMilli(nowMillis).minus(memory);
        List<String> over = new ArrayList<>();
        var all = Objects.requireNonNull(trips);
        try (KeyValueIterator<String, RoutedTrip> entries = all.all()) {
            entries.forEachRemaining(entry -> {
                Instant endedAt = entry.value.plan().endedAt();
                if (endedAt != null && endedAt.isBefore(before)) {
                    over.add(entry.key);
                }
            });
        }
        over.forEach(all::delete);
    }
}
