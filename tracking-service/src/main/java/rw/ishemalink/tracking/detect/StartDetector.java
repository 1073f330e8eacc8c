package rw.ishemalink.tracking.detect;

import java.util.Objects;
import rw.ishemalink.tracking.detect.TripMemory.Start;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/** A trip starts when, after the pick-up, the vehicle moves: by what the phone says of its speed, or by the way made. */
final class StartDetector implements Detector {

    private final double startMetres;
    private final double movingKmh;

    StartDetector(Thresholds thresholds) {
        this.startMetres = thresholds.startMetres();
        this.movingKmh = thresholds.movingKmh();
    }

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        Start start = memory.start();
        if (start.started()) {
            return Step.of(memory);
        }
        GeoPoint waitsAt = Objects.requireNonNullElse(start.waitsAt(), position.point());
        double startsFrom = startMetres + Objects.requireNonNullElse(position.accuracyMetres(), 0.0);
        boolean moves = Objects.requireNonNullElse(position.speedKmh(), 0.0) >= movingKmh
                || waitsAt.distanceMetresTo(position.point()) > startsFrom;
        return moves
                ? Step.of(
                        memory.with(new Start(true, null, start.delayTold())),
                        new Finding.TripStarted(Sighting.of(position)))
                : Step.of(memory.with(new Start(false, waitsAt, start.delayTold())));
    }
}
