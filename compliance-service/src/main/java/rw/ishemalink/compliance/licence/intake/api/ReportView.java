package rw.ishemalink.compliance.licence.intake.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.compliance.licence.intake.ImportReport;

/** What came of a file, in the reader's language. */
public record ReportView(
        UUID importId,
        boolean strict,
        UUID importedBy,
        Instant importedAt,
        int lines,
        int taken,
        List<ErrorView> errors) {

    /** What is to be mended in a line. */
    public record ErrorView(
            @Schema(description = "Line of the file; the head is line 1")
            int line,

            @Schema(description = "Name of the column; - for the whole line")
            String column,

            String code,
            String mend) {}

    static ReportView of(ImportReport report, Locale language) {
        return new ReportView(
                report.importId(),
                report.strict(),
                report.importedBy(),
                report.importedAt(),
                report.lines(),
                report.taken(),
                report.mistakes().stream()
                        .map(one -> new ErrorView(
                                one.line(), one.column(), one.code().name(), one.text(language)))
                        .toList());
    }
}
