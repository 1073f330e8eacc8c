package rw.ishemalink.compliance.mds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * An hour in UTC that somebody asks for (MDS 2.0: {@code end_time}, {@code event_time}, {@code telemetry_time}).
 *
 * @param begin its first moment
 */
public record RequestedHour(Instant begin) {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withResolverStyle(ResolverStyle.STRICT);
    private static final Duration HOUR = Duration.ofHours(1);

    /** What MDS wants answered. */
    public enum Verdict {
        /** 200: all of it is known. */
        KNOWN,
        /** 202: it is over, but some of it may still be on its way. */
        NOT_YET,
        /** 404: it is not over, or there was no operation yet. */
        NOTHING
    }

    /** The hour of that text, e.g. {@code 2026-11-21T08}; empty when it is none. */
    public static Optional<RequestedHour> parse(String text) {
        try {
            return Optional.of(new RequestedHour(LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The first moment after it. */
    public Instant end() {
        return begin.plus(HOUR);
    }

    /**
     * What is answered now.
     *
     * @param since when the first data is from; empty when there is none
     * @param settle how long news of an hour may be under way
     */
    public Verdict at(Instant now, Optional<Instant> since, Duration settle) {
        boolean operated = since.filter(first -> first.isBefore(end())).isPresent();
        if (end().isAfter(now) || !operated) {
            return Verdict.NOTHING;
        }
        return end().plus(settle).isAfter(now) ? Verdict.NOT_YET : Verdict.KNOWN;
    }
}
