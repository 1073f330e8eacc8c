package rw.ishemalink.tracking.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import rw.ishemalink.tracking.position.Position;

/** What a client resumes with: the time of the last position that it was shown, in microseconds. */
public final class EventId {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,16}");

    private EventId() {}

    /** The position's id; among those of one vehicle it is the only one. */
    public static String of(Position position) {
        return Long.toString(micros(position.recordedAt()));
    }

    /** The time that an id names; empty if it is no id of ours. */
    public static Optional<Instant> find(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(Glance.instant(Long.parseLong(text))) : Optional.empty();
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
