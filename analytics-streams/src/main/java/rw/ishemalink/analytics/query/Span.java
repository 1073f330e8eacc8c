package rw.ishemalink.analytics.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rw.ishemalink.analytics.cube.Period;

/**
 * Cells of one period one after the other.
 *
 * @param first when the first of them began, see {@link Period#begin}
 * @param last when the last of them began
 */
public record Span(Period period, int first, int last) {

    /** All that ever was. */
    public static final List<Span> EVER = List.of(new Span(Period.ALL, 0, 0));

    private static final int LAST_HOUR_OF_A_DAY = 23;

    /** Eleven years; nobody asks for more, and each cell of them may be looked up. */
    private static final int MOST_HOURS = 100_000;

    /** With so few digits no sum of hours is too great for a number. */
    private static final Pattern TEXT = Pattern.compile("([A-Z]+)\\.(-?\\d{1,8})\\.(-?\\d{1,8})");

    /** Every hour of those days, both included. */
    public static List<Span> hours(LocalDate from, LocalDate to) {
        return List.of(new Span(Period.HOUR, Period.begin(from), Period.begin(to) + LAST_HOUR_OF_A_DAY));
    }

    /** Those days, both included. */
    public static List<Span> days(LocalDate from, LocalDate to) {
        return List.of(new Span(Period.DAY, Period.begin(from), Period.begin(to)));
    }

    /** Those months, both included. */
    public static List<Span> months(YearMonth from, YearMonth to) {
        return List.of(new Span(Period.MONTH, Period.begin(from.atDay(1)), Period.begin(to.atDay(1))));
    }

    /** As instances tell each other, e.g. {@code DAY.498240.498264}. */
    public String text() {
        return period + "." + first + "." + last;
    }

    /**
     * The span of that text; a parameter of a request is read by it.
     *
     * @throws IllegalArgumentException when it is none, or longer than anybody asks for
     */
    public static Span fromString(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no span: " + text);
        }
        Span span = new Span(
                Period.valueOf(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (span.last < span.first || span.last - span.first > MOST_HOURS) {
            throw new IllegalArgumentException("no span that is asked for: " + text);
        }
        return span;
    }

    /** The fewest cells that make up those days, both included: whole months where there are, days before and after. */
    public static List<Span> cover(LocalDate from, LocalDate to) {
        YearMonth first = YearMonth.from(from.minusDays(1)).plusMonths(1);
        YearMonth last = YearMonth.from(to.plusDays(1)).minusMonths(1);
        if (first.isAfter(last)) {
            return days(from, to);
        }
        List<Span> spans = new ArrayList<>();
        if (from.isBefore(first.atDay(1))) {
            spans.addAll(days(from, first.atDay(1).minusDays(1)));
        }
        spans.addAll(months(first, last));
        if (to.isAfter(last.atEndOfMonth())) {
            spans.addAll(days(last.atEndOfMonth().plusDays(1), to));
        }
        return spans;
    }
}
