package rw.ishemalink.analytics.query.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.kit.problem.ProblemException;

/** Some days in Kigali, both included: {@code from} and {@code to} in a request. */
public record Days(LocalDate from, LocalDate to) {

    /** Of how many days sums are added up. */
    public static final int MOST = 366;

    /** Cells of hours are kept for 35 days. */
    public static final int MOST_OF_HOURS = 35;

    /** Ten years of months. */
    public static final int MOST_OF_MONTHS = 3_653;

    /**
     * The days asked for; empty for all that ever was.
     *
     * @param to today in Kigali when left out
     * @throws ProblemException 400 when a day is no day, there is no {@code from}, or the days are backwards or too many
     */
    public static Optional<Days> parse(@Nullable String from, @Nullable String to, int most) {
        return parse(from, to, most, Clock.systemUTC());
    }

    static Optional<Days> parse(@Nullable String from, @Nullable String to, int most, Clock clock) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        if (from == null) {
            throw ProblemException.badRequest("from-missing");
        }
        Days days = new Days(day(from), to == null ? today(clock) : day(to));
        if (days.to.isBefore(days.from) || days.from.plusDays(most).isBefore(days.to)) {
            throw ProblemException.badRequest("bad-period", most);
        }
        return Optional.of(days);
    }

    /** So many days, today the last. */
    public static Days last(int count) {
        LocalDate today = today(Clock.systemUTC());
        return new Days(today.minusDays(count - 1L), today);
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(Period.KIGALI));
    }

    /**
     * The day of that text, yyyy-MM-dd.
     *
     * @throws ProblemException 400 when it is none
     */
    static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (isCounted(day.getYear())) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.badRequest("no-day", text);
    }

    /** Whether the year has four digits: parsers take nine, which no count of hours holds. */
    static boolean isCounted(int year) {
        return year >= 1_000 && year <= 9_999;
    }

    /** The fewest cells that make up the days, or all that ever was. */
    public static List<Span> cover(Optional<Days> days) {
        return days.map(some -> Span.cover(some.from, some.to)).orElse(Span.EVER);
    }

    /**
     * Each hour of the days.
     *
     * @throws ProblemException 400 when they are longer ago than hours are kept
     */
    List<Span> hours() {
        if (from.isBefore(today(Clock.systemUTC()).minusDays(MOST_OF_HOURS))) {
            throw ProblemException.badRequest("hours-gone", MOST_OF_HOURS);
        }
        return Span.hours(from, to);
    }

    /** Each month that has one of the days. */
    List<Span> months() {
        return Span.months(YearMonth.from(from), YearMonth.from(to));
    }
}
