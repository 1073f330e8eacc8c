package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How long a cell lasts. Hours, days and months are those of the people who pay: no summer time, UTC+2. */
public enum Period {
    HOUR,
    DAY,
    MONTH,
    /** All that ever was. */
    ALL;

    /** The time in which periods begin. */
    public static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** When the period began in which that was, in Kigali. */
    public LocalDateTime begin(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, KIGALI);
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
            case DAY -> local.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case ALL -> EVER;
        };
    }
}
