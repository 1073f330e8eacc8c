package rw.ishemalink.booking.desk;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** For when a pick-up can be wished: from now on, up to 30 days ahead. */
final class Schedule {

    /** Clocks differ, and a request takes its time. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Duration AHEAD = Duration.ofDays(30);

    private Schedule() {}

    /**
     * The time that is booked; null: as soon as can be. What was wished for without network may lie in the past by now:
     * then it is as soon as can be.
     *
     * @throws rw.ishemalink.kit.problem.ProblemException 400 when nothing can be booked for then
     */
    static @Nullable Instant at(@Nullable Instant wished, boolean offline, Instant now) {
        if (wished == null || (offline && wished.isBefore(now))) {
            return null;
        }
        if (wished.isBefore(now.minus(TOLERANCE)) || wished.isAfter(now.plus(AHEAD))) {
            throw badRequest("bad-schedule", AHEAD.toDays());
        }
        return wished.truncatedTo(ChronoUnit.MICROS);
    }
}
