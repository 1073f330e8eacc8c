package rw.ishemalink.analytics.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Reports as PDF: title, period, how fresh and whether complete, then each table with its chart, its head on every page and its totals. */
public final class ReportPdf {

    private static final float MARGIN = 36;
    private static final float FOOT = 54;
    private static final float SPACE = 6;
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 14);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 10);
    private static final Font BOLD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 7);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 7);
    private static final Font WARNING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 10, Color.RED);

    private final Document document;
    private final PdfWriter writer;
    private final Report report;
    private final ReportTexts texts;

    private ReportPdf(Document document, PdfWriter writer, Report report, ReportTexts texts) {
        this.document = document;
        this.writer = writer;
        this.report = report;
        this.texts = texts;
    }

    public static byte[] write(Report report, ReportTexts texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new PageFoot(report.fileName(), texts));
        document.addTitle(texts.title(report.kind()));
        document.open();
        ReportPdf pdf = new ReportPdf(document, writer, report, texts);
        pdf.head();
        report.sections().forEach(pdf::section);
        document.close();
        return bytes.toByteArray();
    }

    private void head() {
        document.add(new Paragraph(texts.title(report.kind()), TITLE));
        String tenant = report.tenant().equals(Figures.ALL_TENANTS) ? texts.get("all-tenants") : report.tenant();
        document.add(new Paragraph(
                texts.get(
                        "period",
                        report.days().from().toString(),
                        report.days().to().toString(),
                        tenant),
                HEAD));
        String asOf = report.asOf() == null ? "-" : report.asOf().toString();
        document.add(new Paragraph(texts.get("as-of", asOf, Long.toString(report.lagMillis())), TEXT));
        document.add(
                report.complete()
                        ? new Paragraph(texts.get("complete"), TEXT)
                        : new Paragraph(texts.get("incomplete"), WARNING));
        document.add(new Paragraph(texts.get("units"), TEXT));
    }

    private void section(Section section) {
        Paragraph title = new Paragraph(texts.title(section), HEAD);
        title.setSpacingBefore(2 * SPACE);
        title.setSpacingAfter(SPACE);
        title.setKeepTogether(true);
        document.add(title);
        section.note().ifPresent(note -> document.add(new Paragraph(texts.note(note), TEXT)));
        section.chart()
                .flatMap(chart -> ChartDrawing.find(writer, section, chart, texts))
                .ifPresent(document::add);
        if (section.rows().isEmpty()) {
            document.add(new Paragraph(texts.get("nothing"), TEXT));
            return;
        }
        document.add(table(section));
        if (section.left() > 0) {
            document.add(new Paragraph(texts.get("left-out", Integer.toString(section.left())), TEXT));
        }
    }

    private PdfPTable table(Section section) {
        PdfPTable table = new PdfPTable(section.columns().size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        table.setSpacingBefore(SPACE);
        section.columns().forEach(column -> table.addCell(cell(head(column), column, BOLD)));
        section.rows().forEach(row -> row(table, section, row, TEXT));
        row(table, section, totals(section), BOLD);
        return table;
    }

    private String head(Column column) {
        String symbol = column.unit().symbol();
        boolean bare = column.unit() == Unit.TEXT || column.unit() == Unit.COUNT || column.unit() == Unit.STARS;
        return bare ? texts.label(column) : texts.label(column) + ", " + symbol;
    }

    /** The first text says what the line is. */
    private List<Object> totals(Section section) {
        List<Object> totals = new ArrayList<>(section.totals());
        totals.set(0, texts.get("total"));
        return totals;
    }

    private static void row(PdfPTable table, Section section, List<Object> row, Font font) {
        for (int place = 0; place < row.size(); place++) {
            table.addCell(
                    cell(Numbers.written(row.get(place)), section.columns().get(place), font));
        }
    }

    private static PdfPCell cell(String text, Column column, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(column.isText() ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }
}
