package rw.ishemalink.analytics.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import rw.ishemalink.analytics.cube.Period;

/** The days of a report, in Kigali, the first and the last included. */
public record ReportDays(LocalDate from, LocalDate to) {

    /** Beyond that a line a day is more than a page holds, and months are told instead. */
    private static final int MOST_DAYS_ONE_BY_ONE = 62;

    public ReportDays {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** One day. */
    public static ReportDays one(LocalDate day) {
        return new ReportDays(day, day);
    }

    /** What a line of a course of time stands for: a day or a month. */
    Period step() {
        return count() <= MOST_DAYS_ONE_BY_ONE ? Period.DAY : Period.MONTH;
    }

    /** All steps, as {@link #step(int)} names them. */
    List<String> steps() {
        Stream<LocalDate> all = from.datesUntil(to.plusDays(1));
        return step() == Period.DAY
                ? all.map(LocalDate::toString).toList()
                : all.map(YearMonth::from).distinct().map(YearMonth::toString).toList();
    }

    /** In which step a period that began then is. */
    String step(int begin) {
        LocalDate day = Period.day(begin);
        return step() == Period.DAY ? day.toString() : YearMonth.from(day).toString();
    }

    /** The months in which its days are, whole. */
    ReportDays wholeMonths() {
        return new ReportDays(from.withDayOfMonth(1), YearMonth.from(to).atEndOfMonth());
    }

    private long count() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
