package rw.ishemalink.analytics.revenue;

import java.time.LocalDate;
import java.util.Optional;

/** A sum of one partition, of a day or of all days. */
public record RevenueRow(Optional<LocalDate> day, String kind, Revenue revenue) {}
