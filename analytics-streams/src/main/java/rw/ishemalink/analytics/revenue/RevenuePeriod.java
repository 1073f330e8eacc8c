package rw.ishemalink.analytics.revenue;

import java.time.LocalDate;
import java.util.Optional;

/** Which revenue is asked for: some days, both included, or all days together. */
public sealed interface RevenuePeriod {

    /** From one day to another, both included. */
    record Days(LocalDate from, LocalDate to) implements RevenuePeriod {}

    /** All that was ever earned. */
    record AllDays() implements RevenuePeriod {}

    /** Not after any key of the tenant's period. */
    default String first(String tenant) {
        return switch (this) {
            case Days days -> new RevenueKey(tenant, Optional.of(days.from()), "").text();
            case AllDays all -> new RevenueKey(tenant, Optional.empty(), "").text();
        };
    }

    /** After every key of the tenant's period; kinds are upper-case letters. */
    default String last(String tenant) {
        return switch (this) {
            case Days days -> new RevenueKey(tenant, Optional.of(days.to()), "~").text();
            case AllDays all -> new RevenueKey(tenant, Optional.empty(), "~").text();
        };
    }
}
