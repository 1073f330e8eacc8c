package rw.ishemalink.analytics.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says. It names no person but drivers, by their ids.
 *
 * @param tenant whose figures; {@link Figures#ALL_TENANTS} for all
 * @param asOf time of the latest event in it; null when there was none yet
 * @param lagMillis how far the slowest part is behind
 * @param complete whether every partition is in it; else the figures are too low
 */
public record Report(
        ReportKind kind,
        String tenant,
        ReportDays days,
        @Nullable Instant asOf,
        long lagMillis,
        boolean complete,
        List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
    }

    /** A file's name without its ending: revenue-2026-10-01-2026-10-31. */
    public String fileName() {
        return kind.path() + "-" + days.from() + "-" + days.to();
    }
}
