package rw.ishemalink.booking.desk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time from (inclusive) to (exclusive); null: open. */
public record Period(@Nullable Instant from, @Nullable Instant to) {

    /** Always. */
    public static final Period OPEN = new Period(null, null);

    /** Ids are made a moment before the time of creation is noted. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int TIME_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** No booking that was created in the period has a smaller id; null if open. */
    @Nullable
    UUID firstId() {
        return from == null ? null : smallestId(from.minus(MARGIN));
    }

    /** Every booking that was created in the period has a smaller id; null if open. */
    @Nullable
    UUID endId() {
        return to == null ? null : smallestId(to.plus(MARGIN));
    }

    /** The smallest id of version 7 (RFC 9562) of that millisecond. */
    private static UUID smallestId(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << TIME_SHIFT | VERSION_7, VARIANT);
    }
}
