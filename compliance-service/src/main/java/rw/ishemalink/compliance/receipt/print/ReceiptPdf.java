package rw.ishemalink.compliance.receipt.print;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A receipt as a PDF of the printer's width, as long as it has to be: the block of text and the QR code below it. Every
 * character has its place, so that no name can break the layout.
 */
public final class ReceiptPdf {

    /** 80 mm paper, in points. */
    private static final float PAPER_WIDTH = 226.8f;

    private static final float MARGIN = 12;
    private static final float FONT_SIZE = 8;
    private static final float LEADING = 10;
    private static final float QR_EDGE = 150;

    /** What the font, which every reader has, can write: Western Europe's letters. */
    private static final Charset WRITABLE = Charset.forName("windows-1252");

    private ReceiptPdf() {}

    /**
     * Draws it.
     *
     * @param qr what the code says; empty for none
     */
    public static byte[] of(String title, List<String> lines, String qr) {
        float height = 2 * MARGIN + lines.size() * LEADING + (qr.isEmpty() ? 0 : QR_EDGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Document document = new Document(new Rectangle(PAPER_WIDTH, height));
            PdfWriter writer = PdfWriter.getInstance(document, out);
            document.addTitle(title);
            document.open();
            PdfContentByte page = writer.getDirectContent();
            write(page, lines, height - MARGIN - FONT_SIZE);
            if (!qr.isEmpty()) {
                draw(page, new QrCode(qr));
            }
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("a receipt cannot be drawn", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(PdfContentByte page, List<String> lines, float top) throws IOException {
        BaseFont font = BaseFont.createFont(BaseFont.COURIER, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        page.beginText();
        page.setFontAndSize(font, FONT_SIZE);
        float y = top;
        for (String line : lines) {
            page.setTextMatrix(MARGIN, y);
            page.showText(writable(line));
            y -= LEADING;
        }
        page.endText();
    }

    private static void draw(PdfContentByte page, QrCode code) {
        float edge = QR_EDGE / code.size();
        float left = (PAPER_WIDTH - QR_EDGE) / 2;
        float top = MARGIN + QR_EDGE;
        code.draw((column, row) -> page.rectangle(left + column * edge, top - (row + 1) * edge, edge, edge));
        page.fill();
    }

    /** A letter that the font has not is a question mark, as wide as any. */
    private static String writable(String line) {
        return new String(line.getBytes(WRITABLE), WRITABLE);
    }
}
