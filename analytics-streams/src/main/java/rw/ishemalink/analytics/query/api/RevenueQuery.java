package rw.ishemalink.analytics.query.api;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Which revenue is asked for.
 *
 * @param rows of which periods rows are wanted; ALL: none
 */
record RevenueQuery(CellQuestion cells, Period rows, Optional<Mode> mode) {

    /**
     * The question of a request.
     *
     * @throws ProblemException 400 when a parameter is to mend
     */
    static RevenueQuery parse(
            Optional<String> whose,
            @Nullable String from,
            @Nullable String to,
            @Nullable String period,
            Optional<Mode> mode) {
        Period rows = period(period);
        Optional<Days> days = Days.parse(from, to, most(rows));
        if (days.isEmpty() && period != null) {
            throw ProblemException.badRequest("from-missing");
        }
        List<Span> spans = days.map(some -> spans(some, rows)).orElse(Span.EVER);
        return new RevenueQuery(
                CellQuestion.of(Aggregate.REVENUE, whose, spans), days.isEmpty() ? Period.ALL : rows, mode);
    }

    private static Period period(@Nullable String text) {
        if (text == null) {
            return Period.DAY;
        }
        return Arrays.stream(Period.values())
                .filter(period -> period != Period.ALL
                        && period.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("no-period", text));
    }

    private static int most(Period rows) {
        return switch (rows) {
            case HOUR -> Days.MOST_OF_HOURS;
            case DAY, ALL -> Days.MOST;
            case MONTH -> Days.MOST_OF_MONTHS;
        };
    }

    private static List<Span> spans(Days days, Period rows) {
        return switch (rows) {
            case HOUR -> days.hours();
            case DAY, ALL -> Span.days(days.from(), days.to());
            case MONTH -> days.months();
        };
    }

    /** A row's begin in Kigali, as long as its period wants: an hour's with the hour, a month's without the day. */
    String begin(int hour) {
        return switch (rows) {
            case HOUR -> Period.time(hour).toString();
            case DAY, ALL -> Period.day(hour).toString();
            case MONTH -> YearMonth.from(Period.day(hour)).toString();
        };
    }
}
