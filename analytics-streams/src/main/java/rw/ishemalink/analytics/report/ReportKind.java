package rw.ishemalink.analytics.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reports that there are. */
public enum ReportKind {
    /** When people book, and what becomes of it. */
    RIDE_PATTERNS,
    /** What drivers do. */
    DRIVER_PERFORMANCE,
    /** Money, and how payments end. */
    REVENUE,
    /** How bookings end, receipts, refused dispatches, broken rules. */
    GOVERNMENT_COMPLIANCE,
    /** When customers come back; never fewer than ten people. */
    CUSTOMER_BEHAVIOUR,
    /** Where bookings go. */
    ROUTES,
    /** What is carried. */
    COMMODITIES,
    /** All of it by the month. */
    MONTHLY_SUMMARY;

    /** As addresses, files and contents name it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The report of that name. */
    public static Optional<ReportKind> find(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    /** All names. */
    public static List<String> listPaths() {
        return Arrays.stream(values()).map(ReportKind::path).toList();
    }
}
