package rw.ishemalink.simulators.vsdc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** RRA's forms of time: local time of Kigali, digits only. */
final class VsdcTime {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private VsdcTime() {}

    static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(KIGALI));
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
