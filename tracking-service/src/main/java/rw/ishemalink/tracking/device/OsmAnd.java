package rw.ishemalink.tracking.device;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * The values of Traccar's "OsmAnd" protocol, which Traccar Client and many trackers speak
 * (https://www.traccar.org/osmand/ and Traccar's OsmAndProtocolDecoder). Pure.
 */
final class OsmAnd {

    /** The nautical mile is 1,852 m (SI brochure, non-SI units). */
    private static final double KMH_OF_A_KNOT = 1.852;

    private static final double KMH_OF_A_METRE_A_SECOND = 3.6;

    /** As Traccar tells them apart: seconds reach this in 2038, milliseconds had it in January 1970. */
    private static final long MOST_SECONDS = Integer.MAX_VALUE;

    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private OsmAnd() {}

    /** Seconds or milliseconds since 1970, ISO 8601, or that without zone, which is UTC. */
    static Instant time(String field, String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                long number = Long.parseLong(text);
                return number < MOST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            if (text.indexOf('T') < 0) {
                return LocalDateTime.parse(text, WITHOUT_ZONE).toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException e) {
            throw unreadable(field);
        }
    }

    static double number(String field, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw unreadable(field);
        }
    }

    static @Nullable Double knots(@Nullable Double speed) {
        return scaled(speed, KMH_OF_A_KNOT);
    }

    static @Nullable Double metresASecond(@Nullable Double speed) {
        return scaled(speed, KMH_OF_A_METRE_A_SECOND);
    }

    private static @Nullable Double scaled(@Nullable Double value, double by) {
        return value == null ? null : value * by;
    }

    /** Phones say −1 where they do not know. */
    static @Nullable Double known(@Nullable Double value) {
        return value == null || value < 0 ? null : value;
    }

    static @Nullable Integer percent(@Nullable Double level) {
        return level == null || !(level >= 0 && level <= 100) ? null : (int) Math.round(level);
    }

    static ProblemException unreadable(String field) {
        return ProblemException.badRequest("unreadable-report", field);
    }
}
