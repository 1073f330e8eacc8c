package rw.ishemalink.notification.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours in which people are left to sleep; they may reach over midnight.
 *
 * @param from the first moment of quiet
 * @param until the first moment after it; equal to {@code from}: there is no quiet
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    private static final String NONE = "none";

    /** Reads hours as they are set: 21:00-06:00, or "none". */
    public static QuietHours parse(String hours, ZoneId zone) {
        if (hours.equalsIgnoreCase(NONE)) {
            return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
        }
        String[] ends = hours.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("quiet hours are written like 21:00-06:00, or none");
        }
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), zone);
    }

    /** How long what can wait has to wait; empty outside of the quiet hours. */
    public Optional<Duration> findPause(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return Optional.empty();
        }
        ZonedDateTime end = local.with(until);
        return Optional.of(Duration.between(local, end.isAfter(local) ? end : end.plusDays(1)));
    }

    private boolean contains(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
