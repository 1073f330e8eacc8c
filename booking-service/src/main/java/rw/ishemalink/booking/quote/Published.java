package rw.ishemalink.booking.quote;

import java.time.Instant;

/** A tariff, and when it was published. */
public record Published<T extends Tariff>(T tariff, Instant publishedAt) {}
