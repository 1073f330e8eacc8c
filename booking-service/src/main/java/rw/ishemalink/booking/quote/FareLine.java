package rw.ishemalink.booking.quote;

/**
 * A line of a quote.
 *
 * @param name base, international, perishable; start, distance, long-distance
 */
public record FareLine(String name, long amountRwf) {}
