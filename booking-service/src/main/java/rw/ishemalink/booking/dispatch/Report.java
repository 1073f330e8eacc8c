package rw.ishemalink.booking.dispatch;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.dispatch.store.SearchStore.Standing;

/**
 * How a driver was sought for a booking.
 *
 * @param standing null if nobody was ever sought
 * @param offers every one, in batches, nearest first
 * @param considerations who was not asked, in batches, nearest first
 * @param shown which drivers the caller may know of
 */
public record Report(
        UUID bookingId,
        @Nullable Standing standing,
        List<Offer> offers,
        List<Consideration> considerations,
        Shown shown) {

    /** Which of the drivers the caller may know of. */
    public sealed interface Shown {

        /** Only how many. */
        record Counts() implements Shown {}

        /** Those of these ids. */
        record These(Set<UUID> driverIds) implements Shown {}

        record Everybody() implements Shown {}
    }
}
