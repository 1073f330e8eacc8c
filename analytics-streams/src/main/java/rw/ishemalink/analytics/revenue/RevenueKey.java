package rw.ishemalink.analytics.revenue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose revenue, of when, of what.
 *
 * @param day in Kigali; empty for all days together
 * @param kind CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET
 */
public record RevenueKey(String tenant, Optional<LocalDate> day, String kind) {

    private static final String ALL_DAYS = "all";
    private static final String SEPARATOR = "\u0000";
    private static final Pattern SEPARATED = Pattern.compile(SEPARATOR);

    /** The key as the store has it; a tenant's days are a range in their order. */
    String text() {
        return String.join(SEPARATOR, tenant, day.map(LocalDate::toString).orElse(ALL_DAYS), kind);
    }

    /** The key of that text. */
    public static RevenueKey parse(String text) {
        String[] parts = SEPARATED.split(text, 3);
        Optional<LocalDate> day = parts[1].equals(ALL_DAYS) ? Optional.empty() : Optional.of(LocalDate.parse(parts[1]));
        return new RevenueKey(parts[0], day, parts[2]);
    }
}
