package rw.ishemalink.analytics.query.api;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.kit.problem.ProblemException;

/** A month in Kigali: {@code month} in a request. */
public final class Months {

    private Months() {}

    /**
     * The month asked for, if one is.
     *
     * @throws ProblemException 400 when it is none
     */
    public static Optional<YearMonth> parse(@Nullable String text) {
        try {
            Optional<YearMonth> month = Optional.ofNullable(text).map(YearMonth::parse);
            if (month.isEmpty() || Days.isCounted(month.get().getYear())) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.badRequest("no-month", String.valueOf(text));
    }

    /** The month that it is in Kigali. */
    public static YearMonth now() {
        return YearMonth.now(Clock.system(Period.KIGALI));
    }
}
