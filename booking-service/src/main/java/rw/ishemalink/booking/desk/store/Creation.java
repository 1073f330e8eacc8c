package rw.ishemalink.booking.desk.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.kit.outbox.OutboxRow;

/**
 * A new booking as it is to be written.
 *
 * @param order the draft's, sealed
 * @param quoteId the quote that was booked; null where the journey was priced at booking
 * @param fingerprint of the request; null exactly if the order has no sync id
 * @param created the first row of its history
 * @param told its first event
 */
public record Creation(
        Booking draft,
        Order order,
        @Nullable UUID quoteId,
        @Nullable String fingerprint,
        Transition created,
        OutboxRow told) {}
