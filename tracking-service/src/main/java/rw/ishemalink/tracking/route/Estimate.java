package rw.ishemalink.tracking.route;

import java.time.Duration;
import java.time.Instant;

/**
 * When a vehicle arrives: the rest of the way at a pace between what roads allow and what this trip has shown. The
 * further it has come, the more it is believed: after {@value #BELIEF_METRES} m half. Stops still to come are not in it.
 *
 * @param remainingMetres by road
 */
public record Estimate(Instant arrivalAt, long remainingMetres) {

    /** So far says as much about the rest as the road does: about half an hour's drive in Rwanda. Our choice. */
    static final long BELIEF_METRES = 20_000;

    /** A crawl through Kigali says little about the hills: no trip makes the road's pace more than this much slower. */
    static final double SLOWEST = 2.5;

    /** And none makes it faster than this. */
    static final double FASTEST = 0.6;

    private static final double MILLIS_PER_SECOND = 1_000;

    /**
     * The arrival of a vehicle that has the leg before it.
     *
     * @param remaining from where it is to where it goes
     * @param at when it was there
     */
    public static Estimate of(RoadLeg remaining, Progress progress, Instant at) {
        double seconds = remaining.time().toMillis() / MILLIS_PER_SECOND;
        long millis = Math.round(seconds * paceFactor(remaining, progress) * MILLIS_PER_SECOND);
        return new Estimate(at.plus(Duration.ofMillis(millis)), remaining.metres());
    }

    /** How many times the road's own time the rest takes. */
    private static double paceFactor(RoadLeg remaining, Progress progress) {
        if (!progress.isTelling()
                || remaining.metres() <= 0
                || !remaining.time().isPositive()) {
            return 1;
        }
        double roadPace = remaining.time().toMillis() / MILLIS_PER_SECOND / remaining.metres();
        double shown = Math.clamp(progress.secondsPerMetre() / roadPace, FASTEST, SLOWEST);
        double belief = (double) progress.metres() / (progress.metres() + BELIEF_METRES);
        return 1 + belief * (shown - 1);
    }
}
