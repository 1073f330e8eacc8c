package rw.ishemalink.compliance.outbound.ebm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import rw.ishemalink.compliance.outbound.NoReplyException;

/** The devices' forms of time: local time of the tax authority, digits only. */
public final class EbmTime {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private EbmTime() {}

    static String dateTime(Instant instant, ZoneId zone) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    static String date(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone));
    }

    /**
     * Reads yyyyMMddHHmmss.
     *
     * @throws NoReplyException when it is something else: then we do not know what the device did
     */
    public static Instant parse(String dateTime, ZoneId zone) {
        try {
            return LocalDateTime.parse(dateTime, DATE_TIME).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new NoReplyException("the answer's time is not yyyyMMddHHmmss");
        }
    }
}
