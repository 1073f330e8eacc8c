package rw.ishemalink.simulators.ebm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** The devices' forms of time: local time, digits only. */
final class EbmTime {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private EbmTime() {}

    /** Of answers: every authority of the family is within an hour of Kigali, and nobody reads this time. */
    static String dateTime(Instant instant) {
        return dateTime(instant, KIGALI);
    }

    static String dateTime(Instant instant, ZoneId zone) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    /** The day that a form names, which has been found to be one. */
    static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    static boolean isDateTime(String text) {
        try {
            return LocalDateTime.parse(text, DATE_TIME).getYear() > 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    static boolean isDate(String text) {
        try {
            return LocalDate.parse(text, DATE).getYear() > 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
