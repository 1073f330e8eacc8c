package rw.ishemalink.compliance.report;

import java.time.YearMonth;
import java.util.List;

/** What a report says. It names no person. */
public record Report(ReportKind kind, String tenant, YearMonth month, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
    }

    /** The same without what only tells how things stood when it was made. */
    Report factsOnly() {
        return new Report(
                kind,
                tenant,
                month,
                sections.stream().filter(section -> !section.snapshot()).toList());
    }
}
