package rw.ishemalink.compliance.outbound.vsdc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import rw.ishemalink.compliance.outbound.NoReplyException;

/** RRA's forms of time: local time of Kigali, digits only. */
final class VsdcTime {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private VsdcTime() {}

    static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(KIGALI));
    }

    static String date(Instant instant) {
        return DATE.format(instant.atZone(KIGALI));
    }

    static Instant parse(String dateTime) {
        try {
            return LocalDateTime.parse(dateTime, DATE_TIME).atZone(KIGALI).toInstant();
        } catch (DateTimeParseException e) {
            throw new NoReplyException("the answer's time is not yyyyMMddHHmmss");
        }
    }
}
