package rw.ishemalink.tracking.history.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.HistoryConfig;
import rw.ishemalink.tracking.history.ReplayPace;
import rw.ishemalink.tracking.history.TripTracks;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** Shows tracks as they were driven, faster. A replay reads some minutes ahead and holds no more than that. */
@ApplicationScoped
class Replays {

    private static final int READ_AHEAD = 500;

    private final TripTracks tracks;
    private final Semaphore free;

    Replays(TripTracks tracks, HistoryConfig config) {
        this.tracks = tracks;
        this.free = new Semaphore(config.mostReplays());
    }

    /** What was read of a trip so far. For one thread at a time. */
    private final class Reading {

        private final Trip trip;
        private @Nullable List<Position> first;
        private Optional<Instant> last;

        Reading(Trip trip, Optional<Instant> after) {
            this.trip = trip;
            this.last = after;
            this.first = read();
        }

        boolean isEmpty() {
            return first == null || first.isEmpty();
        }

        List<Position> next() {
            List<Position> known = first;
            first = null;
            return known == null ? read() : known;
        }

        private List<Position> read() {
            List<Position> read = tracks.findNext(trip, last, READ_AHEAD);
            if (!read.isEmpty()) {
                last = Optional.of(read.getLast().recordedAt());
            }
            return read;
        }
    }

    /**
     * The trip's fixes, each when its time has come.
     *
     * @param after the last fix that was seen; empty to begin with the first
     * @param beforeShown is done before anything is shown, if there is anything
     * @throws ProblemException 404 where there is no track, 429 when too many are shown now
     */
    Multi<Position> show(Trip trip, Optional<Instant> after, int speed, Runnable beforeShown) {
        Reading reading = new Reading(trip, after);
        if (reading.isEmpty() && after.isEmpty()) {
            throw ProblemException.notFound("no-track");
        }
        beforeShown.run();
        if (!free.tryAcquire()) {
            throw ProblemException.tooManyRequests("too-many-replays");
        }
        AtomicBoolean shown = new AtomicBoolean(true);
        ReplayPace pace = new ReplayPace(speed);
        return batches(reading)
                .onItem()
                .transformToMultiAndConcatenate(batch -> Multi.createFrom().iterable(batch))
                .onItem()
                .transformToUniAndConcatenate(fix -> later(fix, pace.next(fix.recordedAt())))
                .onTermination()
                .invoke(() -> {
                    if (shown.getAndSet(false)) {
                        free.release();
                    }
                });
    }

    private static Multi<List<Position>> batches(Reading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        Uni.createFrom().item(reading::next).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .until(List::isEmpty);
    }

    private static Uni<Position> later(Position fix, Duration pause) {
        Uni<Position> now = Uni.createFrom().item(fix);
        return pause.isPositive() ? now.onItem().delayIt().by(pause) : now;
    }
}
