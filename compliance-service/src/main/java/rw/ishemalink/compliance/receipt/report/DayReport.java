package rw.ishemalink.compliance.receipt.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day of a device.
 *
 * @param number of the closed day (Z); null while it can still change (X)
 * @param at when it was closed, or looked at
 */
public record DayReport(
        String tin,
        String branch,
        String seller,
        LocalDate day,
        @Nullable Long number,
        Instant at,
        DayTotals totals) {}
