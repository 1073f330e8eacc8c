package rw.ishemalink.analytics.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Reports as CSV: first what the report is, then each table with a line of its columns, one of their units, its rows and its
 * totals. The first field says what a line is: {@code section}, {@code label}, {@code unit}, the section's name for a row,
 * {@code total}. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
public final class ReportCsv {

    /** What begins a formula, or hides what does (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n|%";

    private ReportCsv() {}

    public static String write(Report report, ReportTexts texts) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("report", report.kind().path());
            csv.printRecord("title", texts.title(report.kind()));
            csv.printRecord("tenant", safe(report.tenant()));
            csv.printRecord("from", report.days().from());
            csv.printRecord("to", report.days().to());
            csv.printRecord("as_of", report.asOf() == null ? "" : report.asOf());
            csv.printRecord("lag_millis", report.lagMillis());
            csv.printRecord("complete", report.complete());
            for (Section section : report.sections()) {
                write(csv, section, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CSVPrinter csv, Section section, ReportTexts texts) throws IOException {
        List<Column> columns = section.columns();
        csv.printRecord(
                line("section", columns.stream().<Object>map(Column::name).toList()));
        csv.printRecord(line("label", columns.stream().<Object>map(texts::label).toList()));
        csv.printRecord(line(
                "unit",
                columns.stream().<Object>map(column -> unit(column.unit())).toList()));
        for (List<Object> row : section.rows()) {
            csv.printRecord(line(section.name(), row));
        }
        csv.printRecord(line("total", section.totals()));
    }

    /** A sign of percent alone is no formula, but what hides one may begin with it: the word is safe to read. */
    private static String unit(Unit unit) {
        return unit == Unit.PERCENT ? "percent" : unit.symbol();
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
