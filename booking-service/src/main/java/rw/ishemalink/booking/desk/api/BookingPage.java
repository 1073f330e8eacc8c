package rw.ishemalink.booking.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.store.Listed;

/** A page of bookings, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingPage(
        List<BookingView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static BookingPage of(List<Listed> found, int limit, Function<Listed, BookingView> view) {
        List<Listed> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(items.getLast().booking().bookingId()) : null;
        return new BookingPage(items.stream().map(view).toList(), next);
    }
}
