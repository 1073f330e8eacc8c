package rw.ishemalink.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.history.Track;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** What a client is shown before all that comes: what it missed while it was away, or the last position that is known. */
@ApplicationScoped
public class Missed {

    private final LivePositions positions;
    private final Track track;
    private final Duration clockTolerance;
    private final int most;

    Missed(LivePositions positions, Track track, TrackingConfig config) {
        this.positions = positions;
        this.track = track;
        this.clockTolerance = config.clockTolerance();
        this.most = config.mostMissed();
    }

    /** What to begin with. */
    public List<Shown> find(Trip trip, Optional<Instant> lastShown) {
        Collection<Position> begin = lastShown
                .map(after -> since(trip, after))
                .orElseGet(() -> positions.find(trip.vehicleId()).stream().toList());
        return begin.stream()
                .filter(trip::shows)
                .map(position -> new Shown(trip, position))
                .toList();
    }

    /**
     * The positions that were taken after that time, in order. What came lately is known here; what came before that is
     * in the history. What lies between was received by us and not yet written down by the history only if it is
     * further behind than we remember.
     */
    private Collection<Position> since(Trip trip, Instant lastShown) {
        Instant after = lastShown.isAfter(trip.assignedAt())
                ? lastShown
                : trip.assignedAt().minus(1, ChronoUnit.MICROS);
        SortedMap<Instant, Position> found = new TreeMap<>();
        LivePositions.Lately lately = positions.lately(trip.vehicleId(), after);
        if (lately.completeSince().isAfter(after.minus(clockTolerance))) {
            Instant until = Instant.now().plus(clockTolerance);
            track.find(trip.vehicleId(), after.plus(1, ChronoUnit.MICROS), until, most)
                    .forEach(position -> found.put(position.recordedAt(), position));
        }
        lately.positions().forEach(position -> found.put(position.recordedAt(), position));
        while (found.size() > most) {
            found.pollFirstEntry();
        }
        return found.values();
    }
}
