package rw.ishemalink.compliance.receipt.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow.Source;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Seller;

/** Draws receipts and reads them back as a phone would. */
class ReceiptPdfTest {

    private static final String QR =
            "21112026#103012#SDC010000005#12/340 NS#TE68SLA2LYA4NSOPZIFQHBTQ2Q#V249J39CFJ48HE2W";
    private static final float DOTS_PER_INCH = 203;

    @ParameterizedTest
    @ValueSource(strings = {"en", "rw", "fr"})
    void a_phone_reads_the_code_on_the_drawn_page_and_a_person_the_words(String language) throws Exception {
        byte[] pdf = pdf(sale().printed(), language);

        assertThat(decode(render(pdf))).isEqualTo(QR);
        assertThat(text(pdf))
                .contains("SDC INFORMATION", "12/340 NS", "V249-J39C-FJ48-HE2W", "WIS01006230")
                .contains(new Labels(Locale.of(language)).get("total"))
                .contains("200,000", "30,508", "21/11/2026", "10:30:12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "rw", "fr"})
    void long_names_and_accents_stay_within_the_columns_and_on_the_page(String language) throws Exception {
        Draft draft = sale();
        draft.seller = "Société Générale des Transports Internationaux et Régionaux de l'Afrique de l'Est";
        draft.buyer = "Coopérative-des-Caféiculteurs-de-la-Région-des-Grands-Lacs Noël & Œuvres d'Été SARL";
        PrintedReceipt printed = draft.printed();

        assertThat(PrintBlock.lines(printed, new Labels(Locale.of(language))))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Column.WIDTH));
        byte[] pdf = pdf(printed, language);
        assertThat(text(pdf).replaceAll("\\s+", "")).contains("SociétéGénéraledesTransports", "Noël&Œuvresd'ÉtéSARL");
        assertThat(decode(render(pdf))).isEqualTo(QR);
        assertNothingTouchesTheEdge(render(pdf));
    }

    @Test
    void letters_that_the_font_has_not_break_nothing() throws Exception {
        Draft draft = sale();
        draft.buyer = "東京 Trading \u0007\n Ltd";
        assertThat(text(pdf(draft.printed(), "en"))).contains("?? Trading");
    }

    @Test
    void every_rate_above_zero_is_printed_also_where_nothing_was_sold_at_it() {
        Draft draft = sale();
        draft.taxClass = TaxClass.A;
        draft.vat = 0;
        assertThat(lines(draft.printed()))
                .anySatisfy(line -> assertThat(line).matches("TOTAL A +200,000"))
                .anySatisfy(line -> assertThat(line).matches("TOTAL B-18% +0"))
                .anySatisfy(line -> assertThat(line).matches("TAX B +0"));
    }

    @Test
    void a_refund_has_a_minus_and_names_the_invoice_it_takes_back() {
        Draft draft = sale();
        draft.kind = ReceiptKind.REFUND;
        draft.number = "1/341 NR";
        draft.soldAs = 17L;
        assertThat(String.join("\n", lines(draft.printed())))
                .contains("REFUND", "-200,000", "-30,508", "Takes back invoice 17", "1/341 NR");
    }

    @Test
    void from_the_second_print_on_it_is_a_copy_and_not_official() {
        Draft draft = sale();
        draft.copy = true;
        assertThat(String.join("\n", lines(draft.printed())))
                .contains("COPY", "NOT AN OFFICIAL RECEIPT", "12/340 CS")
                .doesNotContain("12/340 NS");
        draft.kind = ReceiptKind.REFUND;
        draft.number = "1/341 NR";
        assertThat(String.join("\n", lines(draft.printed()))).contains("1/341 CR");
    }

    @Test
    void what_we_signed_ourselves_says_so_and_claims_no_device() {
        Draft draft = sale();
        draft.source = Source.LOCAL;
        draft.number = "LOCAL-7";
        assertThat(String.join("\n", lines(draft.printed())))
                .contains("PROVISIONAL RECEIPT", "LOCAL-7")
                .doesNotContain("MRC");
    }

    @Test
    void the_official_receipt_names_the_provisional_one_that_it_replaces() {
        Draft draft = sale();
        draft.replaces = "0123456789ABCDEF";
        assertThat(String.join("\n", lines(draft.printed()))).contains("0123-4567-89AB-CDEF");
    }

    @Test
    void a_receipt_whose_signature_was_lost_has_no_code_and_says_why() throws Exception {
        Draft draft = sale();
        draft.signature = "";
        draft.qr = "";
        byte[] pdf = pdf(draft.printed(), "en");
        assertThat(text(pdf)).contains("The signature was lost");
    }

    @Test
    void the_image_and_the_drawing_say_the_same() throws Exception {
        QrCode code = new QrCode(QR);
        assertThat(decode(ImageIO.read(new ByteArrayInputStream(code.png())))).isEqualTo(QR);
        assertThat(code.svg()).startsWith("<svg").contains("viewBox=\"0 0 " + code.size());
    }

    @Test
    void all_languages_have_the_same_words() {
        Set<String> english = keys("en");
        assertThat(keys("rw")).isEqualTo(english);
        assertThat(keys("fr")).isEqualTo(english);
    }

    private static Set<String> keys(String language) {
        return new HashSet<>(ResourceBundle.getBundle(
                        "receipt",
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }

    private static List<String> lines(PrintedReceipt printed) {
        return PrintBlock.lines(printed, new Labels(Locale.ENGLISH));
    }

    private static byte[] pdf(PrintedReceipt printed, String language) {
        return ReceiptPdf.of("receipt", PrintBlock.lines(printed, new Labels(Locale.of(language))), printed.qr());
    }

    private static BufferedImage render(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String decode(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }

    private static void assertNothingTouchesTheEdge(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(0, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            assertThat(image.getRGB(image.getWidth() - 1, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
    }

    private static Draft sale() {
        return new Draft();
    }

    /** A receipt to be changed by a test. */
    private static final class Draft {

        private String seller = "IshemaLink";
        private @Nullable String buyer;
        private ReceiptKind kind = ReceiptKind.SALE;
        private Source source = Source.DEVICE;
        private String number = "12/340 NS";
        private TaxClass taxClass = TaxClass.B;
        private long vat = 30_508;
        private String signature = "V249J39CFJ48HE2W";
        private String qr = QR;
        private @Nullable String replaces;
        private @Nullable Long soldAs;
        private boolean copy;

        private PrintedReceipt printed() {
            FiscalReceiptRow receipt = new FiscalReceiptRow(
                    UUID.randomUUID(),
                    7,
                    UUID.randomUUID(),
                    "ishemalink",
                    kind,
                    source,
                    number,
                    "SDC010000005",
                    "WIS01006230",
                    signature,
                    "TE68SLA2LYA4NSOPZIFQHBTQ2Q",
                    21,
                    200_000,
                    vat,
                    taxClass,
                    Instant.parse("2026-11-21T08:30:12Z"),
                    qr,
                    buyer == null ? null : "100000017",
                    replaces);
            return new PrintedReceipt(
                    receipt,
                    new Seller("t", DeviceKind.VSDC, URI.create("http://localhost"), "S", "999900001", "00", seller),
                    new PrintedReceipt.Details(
                            "999900001", "00", BookingKind.CARGO_DOMESTIC, "ISH-AAAAAAAA", buyer, soldAs),
                    qr,
                    copy);
        }
    }
}
