package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The time that a driver's phone noted. Outages last hours; a month ago or tomorrow is a wrong clock. */
final class RecordedTime {

    private static final Duration LONGEST_OUTAGE = Duration.ofDays(30);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private RecordedTime() {}

    /** The time given, as exact as the database keeps it; now if there is none. */
    static Instant of(@Nullable Instant given, Instant now) {
        if (given == null) {
            return now;
        }
        if (given.isBefore(now.minus(LONGEST_OUTAGE)) || given.isAfter(now.plus(TOLERANCE))) {
            throw badRequest("bad-recorded-time");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}
