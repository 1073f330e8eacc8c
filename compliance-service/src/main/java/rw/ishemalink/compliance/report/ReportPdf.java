package rw.ishemalink.compliance.report;

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
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Reports as PDF: title, period, each table with its head on every page and its totals, and on every page hash and number. */
public final class ReportPdf {

    private static final float MARGIN = 36;
    private static final float FOOT = 54;
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 14);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 10);
    private static final Font BOLD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 7);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 7);

    private ReportPdf() {}

    public static byte[] write(Edition edition) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new PageFoot(edition));
        document.addTitle(edition.report().kind().title());
        document.open();
        head(document, edition);
        edition.report().sections().forEach(section -> section(document, section));
        document.close();
        return bytes.toByteArray();
    }

    private static void head(Document document, Edition edition) {
        Report report = edition.report();
        document.add(new Paragraph(report.kind().title(), TITLE));
        document.add(new Paragraph("Period: " + report.month() + "   Tenant: " + report.tenant(), HEAD));
        document.add(new Paragraph(
                "Revision " + edition.revision() + " (" + edition.state() + "), made " + edition.madeAt(), TEXT));
        document.add(new Paragraph("Francs are Rwandan, whole; days and months are those of Kigali.", TEXT));
    }

    private static void section(Document document, Section section) {
        Paragraph title = new Paragraph(section.title(), HEAD);
        title.setSpacingBefore(12);
        title.setSpacingAfter(4);
        title.setKeepTogether(true);
        document.add(title);
        PdfPTable table = new PdfPTable(section.columns().size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        section.columns().forEach(column -> table.addCell(cell(column.name().replace('_', ' '), column, BOLD)));
        section.rows().forEach(row -> row(table, section, row, TEXT));
        row(table, section, totals(section), BOLD);
        document.add(table);
        if (section.rows().isEmpty()) {
            document.add(new Paragraph("Nothing in this month.", TEXT));
        }
    }

    /** The first text says what the line is. */
    private static List<Object> totals(Section section) {
        List<Object> totals = section.totals();
        if (totals.getFirst().equals("")) {
            totals.set(0, "Total");
        }
        return totals;
    }

    private static void row(PdfPTable table, Section section, List<Object> row, Font font) {
        for (int place = 0; place < row.size(); place++) {
            table.addCell(cell(row.get(place).toString(), section.columns().get(place), font));
        }
    }

    private static PdfPCell cell(String text, Column column, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        boolean left = column.type() == Column.Type.TEXT;
        cell.setHorizontalAlignment(left ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }
}
