package rw.ishemalink.booking.quote;

import java.time.Instant;
import java.util.UUID;

/** An offer that was made: until {@code validUntil} it can be booked at exactly this price. */
public record Quote(UUID quoteId, Offer offer, Instant validUntil) {}
