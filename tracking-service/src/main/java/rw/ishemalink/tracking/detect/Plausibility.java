package rw.ishemalink.tracking.detect;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.position.Position;

/**
 * Whether a vehicle can have moved so. A position that nothing can have reached from the last believed one is held as a
 * suspect, and the next one decides: where it agrees with the suspect, it was the believed one that was wrong.
 */
public final class Plausibility {

    /** Faster than any vehicle on a road of ours, as {@code FixRules} has it. */
    static final double TOP_SPEED_KMH = 250;

    /** How vague a fix may be that does not say: a phone's among houses and hills. */
    static final double UNKNOWN_ACCURACY_METRES = 50;

    /** Positions of the same moment, as one device may send them. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(1);

    private static final double KMH_PER_METRE_A_SECOND = 3.6;
    private static final double MILLIS_PER_SECOND = 1_000;

    private Plausibility() {}

    /** The last believed position of a vehicle and, where the one after it could not be believed, that. */
    public record Trust(
            @Nullable Position believed, @Nullable Position suspect) {

        /** Nothing known of the vehicle. */
        public static final Trust NONE = new Trust(null, null);
    }

    /** A position that is not believed, and the speed that it would need. */
    public record Jump(Position position, double neededKmh) {}

    /**
     * What comes of a position.
     *
     * @param believed in order of time; two where a suspect was right after all; none where this one is a suspect now
     * @param jump the suspect that is given up
     */
    public record Verdict(Trust trust, List<Position> believed, Optional<Jump> jump) {}

    /** Judges the next position of a vehicle, by event time. */
    public static Verdict judge(Trust trust, Position next) {
        Position believed = trust.believed();
        Position suspect = trust.suspect();
        Optional<Jump> given = believed == null || suspect == null ? Optional.empty() : findJump(believed, suspect);
        if (believed == null || findJump(believed, next).isEmpty()) {
            return new Verdict(new Trust(next, null), List.of(next), given);
        }
        if (suspect != null && findJump(suspect, next).isEmpty()) {
            return new Verdict(new Trust(next, null), List.of(suspect, next), Optional.empty());
        }
        return new Verdict(new Trust(believed, next), List.of(), given);
    }

    /** The speed that it would take from one position to the other beyond the accuracy of both, if nothing has it. */
    public static Optional<Jump> findJump(Position previous, Position next) {
        double metres = previous.point().distanceMetresTo(next.point()) - accuracy(previous) - accuracy(next);
        long millis = Math.max(
                LEAST_TIME.toMillis(),
                Duration.between(previous.recordedAt(), next.recordedAt()).abs().toMillis());
        double neededKmh = metres / (millis / MILLIS_PER_SECOND) * KMH_PER_METRE_A_SECOND;
        return neededKmh > TOP_SPEED_KMH ? Optional.of(new Jump(next, neededKmh)) : Optional.empty();
    }

    private static double accuracy(Position position) {
        return Objects.requireNonNullElse(position.accuracyMetres(), UNKNOWN_ACCURACY_METRES);
    }
}
