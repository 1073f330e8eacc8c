package rw.ishemalink.payment.reconciling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Days of statements, which are days in Rwanda.
 *
 * @param read those whose statement was read
 * @param grace so close to midnight either day may be meant
 */
public record Days(Set<LocalDate> read, Duration grace) {

    /** Where statements begin and end their days. */
    public static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    public Days {
        read = Set.copyOf(read);
    }

    /** Whether every day was read on which a provider may have counted that movement, from its making to its booking. */
    public boolean everyRead(OurSide movement) {
        Instant movedAt = movement.movedAt();
        return movedAt == null || everyRead(movement.createdAt().minus(grace), movedAt.plus(grace));
    }

    private boolean everyRead(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, KIGALI);
        return LocalDate.ofInstant(from, KIGALI).datesUntil(last.plusDays(1)).allMatch(read::contains);
    }

    /** The first moment of that day. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(KIGALI).toInstant();
    }
}
