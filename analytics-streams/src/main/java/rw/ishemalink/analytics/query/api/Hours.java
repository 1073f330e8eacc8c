package rw.ishemalink.analytics.query.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Some hours in Kigali, both included: {@code from} and {@code to} in a request.
 *
 * @param first as {@link Period#HOUR} counts them
 * @param last likewise
 */
record Hours(int first, int last) {

    /** A week: what asks for more reads too many cells. */
    static final int MOST = 168;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH")
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter();

    static Hours parse(@Nullable String from, @Nullable String to) {
        return parse(from, to, Clock.systemUTC());
    }

    /**
     * The hours asked for; this one and the one before when nothing is.
     *
     * @param to this hour when left out
     * @throws ProblemException 400 when an hour is none, there is no {@code from}, or the hours are backwards, too many or too long ago
     */
    static Hours parse(@Nullable String from, @Nullable String to, Clock clock) {
        int now = Period.HOUR.begin(clock.instant());
        if (from == null && to == null) {
            return new Hours(now - 1, now);
        }
        Hours hours = new Hours(from == null ? Integer.MAX_VALUE : hour(from), to == null ? now : hour(to));
        if (hours.last < hours.first || hours.last - hours.first >= MOST) {
            throw ProblemException.badRequest("bad-hours", MOST);
        }
        LocalDate today = Period.day(now);
        if (hours.first < Period.begin(today.minusDays(Days.MOST_OF_HOURS))) {
            throw ProblemException.badRequest("hours-gone", Days.MOST_OF_HOURS);
        }
        return hours;
    }

    private static int hour(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, FORMAT);
            if (Days.isCounted(time.getYear())) {
                return Period.HOUR.begin(time.atZone(Period.KIGALI).toInstant());
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.badRequest("no-hour", text);
    }

    List<Span> spans() {
        return List.of(new Span(Period.HOUR, first, last));
    }
}
