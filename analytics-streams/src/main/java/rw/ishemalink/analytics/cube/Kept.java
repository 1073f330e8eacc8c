package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which cells are kept, on one day.
 *
 * @param hoursFrom cells of hours that began before are not
 * @param daysFrom cells of days that began before are not
 */
record Kept(int hoursFrom, int daysFrom) {

    /** On the day, in Kigali, of the latest event; before the first event, all that could matter. */
    static Kept at(long latestEventMillis) {
        LocalDate today = Period.day(Period.DAY.begin(Instant.ofEpochMilli(latestEventMillis)));
        return new Kept(Period.HOUR.keptFrom(today), Period.DAY.keptFrom(today));
    }

    /** Whether it is. */
    boolean has(Cell cell) {
        return switch (cell.period()) {
            case HOUR -> cell.begin() >= hoursFrom;
            case DAY -> cell.begin() >= daysFrom;
            case MONTH, ALL -> true;
        };
    }
}
