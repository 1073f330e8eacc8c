package rw.ishemalink.compliance.receipt.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code: its modules, with the quiet zone that readers need around it. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 6;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    /** What a module is drawn with. */
    @FunctionalInterface
    interface Pen {

        /** Blackens the module in that column and row, counted from the upper left. */
        void blacken(int column, int row);
    }

    private final BitMatrix modules;

    /** The code that says that; correction M, as receipts are crumpled and printed on bad paper. */
    public QrCode(String text) {
        try {
            this.modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalStateException("a receipt's QR text does not fit into a QR code", e);
        }
    }

    /** Modules of an edge, quiet zone included. */
    int size() {
        return modules.getWidth();
    }

    void draw(Pen pen) {
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                if (modules.get(column, row)) {
                    pen.blacken(column, row);
                }
            }
        }
    }

    public byte[] png() {
        int edge = size() * PIXELS_PER_MODULE;
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                boolean black = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
                image.setRGB(x, y, black ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public String svg() {
        StringBuilder path = new StringBuilder();
        draw((column, row) -> path.append("M%d %dh1v1h-1z".formatted(column, row)));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(size(), path);
    }
}
