package rw.ishemalink.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.tracking.config.HistoryConfig;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** The tracks of trips: where the vehicle was with that driver from pick-up (before that: assignment) to the end. */
@ApplicationScoped
public class TripTracks {

    /** A phone's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofHours(1);

    /** As much of a long trip is looked through at once for some fixes. */
    private static final Duration READ_AHEAD = Duration.ofHours(6);

    private final TrackStore store;
    private final UnitOfWork unitOfWork;
    private final HistoryConfig config;
    private final Clock clock = Clock.systemUTC();

    TripTracks(TrackStore store, UnitOfWork unitOfWork, HistoryConfig config) {
        this.store = store;
        this.unitOfWork = unitOfWork;
        this.config = config;
    }

    /** The trip's track; of a very long one its end. None once its places have ended. */
    public Optional<TripTrack> find(Trip trip) {
        return isOver(trip.bookingId())
                ? Optional.empty()
                : Optional.of(store.find(span(trip), config.mostShown()))
                        .filter(fixes -> !fixes.isEmpty())
                        .map(TripTrack::new);
    }

    /** The trip's first fixes behind that time; from its beginning, if there is none. */
    public List<Position> findNext(Trip trip, Optional<Instant> last, int most) {
        Span rest = last.map(span(trip)::after).orElse(span(trip));
        boolean over = isOver(trip.bookingId());
        while (!over && !rest.isEmpty()) {
            Span ahead = rest.first(READ_AHEAD);
            List<Position> found = store.findOldest(ahead, most);
            if (!found.isEmpty()) {
                return found;
            }
            rest = rest.from(ahead.until());
        }
        return List.of();
    }

    private Span span(Trip trip) {
        Instant from = Optional.ofNullable(trip.pickedUpAt()).orElse(trip.assignedAt());
        Instant until = Optional.ofNullable(trip.endedAt())
                .orElseGet(() -> clock.instant().plus(AHEAD));
        return new Span(trip.vehicleId(), trip.driverId(), from, until);
    }

    /** A trip's places end with their time, or when sender or driver were forgotten. */
    private boolean isOver(UUID bookingId) {
        return unitOfWork.read(sql -> sql.createQuery("select coarse from trip where booking_id = :bookingId")
                .bind("bookingId", bookingId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
    }
}
