package rw.ishemalink.compliance.report.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A month in Rwanda, of one tenant. */
public record MonthScope(String tenant, YearMonth month) {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** The month in which something happened. */
    public static LocalDate monthOf(Instant time) {
        return YearMonth.from(time.atZone(KIGALI)).atDay(1);
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate dayAfter() {
        return month.plusMonths(1).atDay(1);
    }

    public Instant start() {
        return firstDay().atStartOfDay(KIGALI).toInstant();
    }

    /** The first moment after the month. */
    public Instant end() {
        return dayAfter().atStartOfDay(KIGALI).toInstant();
    }
}
