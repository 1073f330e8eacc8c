package rw.ishemalink.analytics.report;

import com.lowagie.text.Document;
import com.lowagie.text.FontFactory;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** The foot of every page: which report, and page n of all. */
final class PageFoot extends PdfPageEventHelper {

    private static final float SIZE = 7;
    private static final float LINE = 24;
    private static final float WIDTH_OF_NUMBER = 40;

    private final String report;
    private final ReportTexts texts;
    private final BaseFont font = FontFactory.getFont(FontFactory.HELVETICA).getCalculatedBaseFont(false);
    private @Nullable PdfTemplate pages;

    PageFoot(String report, ReportTexts texts) {
        this.report = report;
        this.texts = texts;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        pages = writer.getDirectContent().createTemplate(WIDTH_OF_NUMBER, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        String right = texts.get("page", Integer.toString(writer.getPageNumber())) + " ";
        float end = document.right() - WIDTH_OF_NUMBER;
        PdfContentByte page = writer.getDirectContent();
        text(page, report, document.left());
        text(page, right, end - font.getWidthPoint(right, SIZE));
        if (pages != null) {
            page.addTemplate(pages, end, LINE);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        PdfTemplate total = pages;
        if (total != null) {
            total.beginText();
            total.setFontAndSize(font, SIZE);
            total.setTextMatrix(0, 0);
            total.showText(String.valueOf(writer.getPageNumber() - 1));
            total.endText();
        }
    }

    private void text(PdfContentByte page, String text, float at) {
        page.beginText();
        page.setFontAndSize(font, SIZE);
        page.setTextMatrix(at, LINE);
        page.showText(text);
        page.endText();
    }
}
