package rw.ishemalink.analytics.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;

/** By what a table tells sums apart: a column of texts. */
sealed interface By {

    /** The column's name. */
    String column();

    /** What stands there for a cell. */
    String value(Cell cell, ReportDays days);

    /** What is told even where nothing happened. */
    default List<String> always(ReportDays days) {
        return List.of();
    }

    /** A dimension of the aggregate. */
    record Of(Dimension dimension) implements By {

        @Override
        public String column() {
            return dimension.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String value(Cell cell, ReportDays days) {
            return cell.get(dimension);
        }
    }

    /** The day, or the month of a long report. */
    record Time() implements By {

        @Override
        public String column() {
            return "time";
        }

        @Override
        public String value(Cell cell, ReportDays days) {
            return days.step(cell.begin());
        }

        @Override
        public List<String> always(ReportDays days) {
            return days.steps();
        }
    }

    /** The month. */
    record Month() implements By {

        @Override
        public String column() {
            return "month";
        }

        @Override
        public String value(Cell cell, ReportDays days) {
            return Period.day(cell.begin()).toString().substring(0, "yyyy-MM".length());
        }
    }

    /** 1, Monday, to 7, of the hour of the week. */
    record Weekday() implements By {

        @Override
        public String column() {
            return "weekday";
        }

        @Override
        public String value(Cell cell, ReportDays days) {
            return Integer.toString(1 + hourOfWeek(cell) / HOURS_OF_A_DAY);
        }

        @Override
        public List<String> always(ReportDays days) {
            return IntStream.rangeClosed(1, DAYS_OF_A_WEEK)
                    .mapToObj(Integer::toString)
                    .toList();
        }
    }

    /** 00 to 23, of the hour of the week. */
    record HourOfDay() implements By {

        @Override
        public String column() {
            return "hour";
        }

        @Override
        public String value(Cell cell, ReportDays days) {
            return "%02d".formatted(hourOfWeek(cell) % HOURS_OF_A_DAY);
        }

        @Override
        public List<String> always(ReportDays days) {
            return IntStream.range(0, HOURS_OF_A_DAY)
                    .mapToObj("%02d"::formatted)
                    .toList();
        }
    }

    int HOURS_OF_A_DAY = 24;
    int DAYS_OF_A_WEEK = 7;

    private static int hourOfWeek(Cell cell) {
        return Integer.parseInt(cell.get(Dimension.HOUR_OF_WEEK));
    }
}
