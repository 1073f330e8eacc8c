package rw.ishemalink.compliance.licence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What time it is for whoever watches licences; a bean, so that a test can move it. Licences end with a day in Kigali. */
@ApplicationScoped
public class LicenceClock {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** As exact as the database keeps it. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** The calendar day in Rwanda at that time. */
    public static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, KIGALI);
    }

    /** When that day begins in Rwanda. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(KIGALI).toInstant();
    }
}
