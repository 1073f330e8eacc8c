package rw.ishemalink.compliance.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Reports as CSV: first what the report is, then each table with a line of its columns, its rows and its totals. The first
 * field says what a line is: {@code section} for the columns, the section's name for a row, {@code total} for the sums.
 * A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
public final class ReportCsv {

    /** What begins a formula, or hides what does (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n|%";

    private ReportCsv() {}

    public static String write(Edition edition) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            Report report = edition.report();
            csv.printRecord("report", report.kind().path());
            csv.printRecord("title", report.kind().title());
            csv.printRecord("tenant", safe(report.tenant()));
            csv.printRecord("month", report.month());
            csv.printRecord("revision", edition.revision());
            csv.printRecord("state", edition.state());
            csv.printRecord("sha256", edition.sha256());
            csv.printRecord("made_at", edition.madeAt());
            for (Section section : report.sections()) {
                write(csv, section);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CSVPrinter csv, Section section) throws IOException {
        csv.printRecord(line(
                "section", section.columns().stream().<Object>map(Column::name).toList()));
        for (List<Object> row : section.rows()) {
            csv.printRecord(line(section.name(), row));
        }
        csv.printRecord(line("total", section.totals()));
    }

    private static List<Object> line(String what, List<Object> values) {
        List<Object> line = new ArrayList<>();
        line.add(what);
        values.forEach(value -> line.add(value instanceof String text ? safe(text) : value));
        return line;
    }

    static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
