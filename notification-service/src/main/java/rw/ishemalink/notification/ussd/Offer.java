package rw.ishemalink.notification.ussd;

import java.util.UUID;

/**
 * A price that can be booked.
 *
 * @param francs whole francs, VAT inside
 */
public record Offer(UUID quoteId, long francs) {}
