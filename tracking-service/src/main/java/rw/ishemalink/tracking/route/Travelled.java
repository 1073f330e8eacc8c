package rw.ishemalink.tracking.route;

import java.time.Duration;
import java.util.List;
import rw.ishemalink.tracking.position.Position;

/** What a trip's positions say of its {@link Progress}. */
public final class Travelled {

    /** Slower is standing: positions wander. */
    private static final double MOVING_METRES_PER_SECOND = 1;

    /** Of longer gaps nobody knows how much was driving. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    private Travelled() {}

    /** The progress along the positions of one vehicle, in their order. */
    public static Progress along(List<Position> positions) {
        double metres = 0;
        Duration moving = Duration.ZERO;
        for (int i = 1; i < positions.size(); i++) {
            Position before = positions.get(i - 1);
            Position after = positions.get(i);
            Duration took = Duration.between(before.recordedAt(), after.recordedAt());
            double apart = before.point().distanceMetresTo(after.point());
            if (took.isPositive()
                    && took.compareTo(LONGEST_GAP) <= 0
                    && apart >= MOVING_METRES_PER_SECOND * took.toSeconds()) {
                metres += apart;
                moving = moving.plus(took);
            }
        }
        return new Progress(Math.round(metres), moving);
    }
}
