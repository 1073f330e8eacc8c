package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How long a cell lasts. The order is that of the stores. Hours, days and months are those of the people who pay: no summer time, UTC+2. */
public enum Period {
    HOUR,
    DAY,
    MONTH,
    /** All that ever was. */
    ALL;

    /** The time in which periods begin. */
    public static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private static final long AHEAD_SECONDS = 7_200;
    private static final int SECONDS_OF_AN_HOUR = 3_600;
    private static final int HOURS_OF_A_DAY = 24;

    /** A month and its last days can be looked at hour by hour. */
    private static final int DAYS_THAT_HOURS_ARE_KEPT = 35;

    /** A year can be held against the two before it, day by day. */
    private static final int YEARS_THAT_DAYS_ARE_KEPT = 3;

    /** When the period began in which that was: hours since 1970-01-01T00:00 in Kigali. */
    public int begin(Instant at) {
        int hour = Math.toIntExact(Math.floorDiv(at.getEpochSecond() + AHEAD_SECONDS, SECONDS_OF_AN_HOUR));
        return switch (this) {
            case HOUR -> hour;
            case DAY -> hour - Math.floorMod(hour, HOURS_OF_A_DAY);
            case MONTH -> begin(day(hour).withDayOfMonth(1));
            case ALL -> 0;
        };
    }

    /** Cells that began before that are not kept, in the same hours; the day is that of the latest event. */
    public int keptFrom(LocalDate today) {
        return switch (this) {
            case HOUR -> begin(today.minusDays(DAYS_THAT_HOURS_ARE_KEPT));
            case DAY -> begin(today.minusYears(YEARS_THAT_DAYS_ARE_KEPT));
            case MONTH, ALL -> Integer.MIN_VALUE;
        };
    }

    /** When the day began, in the same hours. */
    public static int begin(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() * HOURS_OF_A_DAY);
    }

    /** The day, in Kigali, on which that hour is. */
    public static LocalDate day(int hour) {
        return LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_OF_A_DAY));
    }

    /** The hour's begin, in Kigali. */
    public static LocalDateTime time(int hour) {
        return LocalDateTime.ofEpochSecond((long) hour * SECONDS_OF_AN_HOUR, 0, ZoneOffset.UTC);
    }
}
