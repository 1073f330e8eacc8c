package rw.ishemalink.analytics.query.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.booking.ShareOfBooking;
import rw.ishemalink.analytics.revenue.RevenuePeriod;
import rw.ishemalink.kit.problem.ProblemException;

/** The period in a request: {@code from} and {@code to}, both days included; without them all days together. */
final class Period {

    private static final int MOST_DAYS = 366;

    private Period() {}

    /**
     * The period.
     *
     * @param to today in Kigali when left out
     * @throws ProblemException 400 when a day is no day, there is no {@code from}, or the period is backwards or too long
     */
    static RevenuePeriod parse(@Nullable String from, @Nullable String to, Clock clock) {
        if (from == null && to == null) {
            return new RevenuePeriod.AllDays();
        }
        if (from == null) {
            throw ProblemException.badRequest("from-missing");
        }
        LocalDate first = day(from);
        LocalDate last = to == null ? LocalDate.now(clock.withZone(ShareOfBooking.KIGALI)) : day(to);
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ProblemException.badRequest("bad-period", MOST_DAYS);
        }
        return new RevenuePeriod.Days(first, last);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("no-day", text);
        }
    }
}
