package rw.ishemalink.backup.nightly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When backups are taken: every day at that time in Kigali (rows OP-02 and OP-10 of the recovery plan). */
public record Timetable(LocalTime at) {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** How long until the next. */
    public Duration untilNext(Instant now) {
        ZonedDateTime local = now.atZone(KIGALI);
        ZonedDateTime today = local.with(at);
        return Duration.between(local, today.isAfter(local) ? today : today.plusDays(1));
    }

    /** Whether this night's backup is verified whole: once a week, on Sunday (OP-16, OP-49). */
    public boolean isVerified(Instant now) {
        return now.atZone(KIGALI).getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
