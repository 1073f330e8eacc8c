package rw.ishemalink.compliance.receipt.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.config.ComplianceConfig.QrForm;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow.Source;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Seller;

class QrTextTest {

    private static final String FIELDS = "21112026#103012#SDC010000005#12/340 NS#TE68#V249J39CFJ48HE2W";

    @Test
    void the_code_says_the_fields_unless_the_address_is_chosen() {
        assertThat(qr(DeviceKind.VSDC, Source.DEVICE, QrForm.TEXT)).isEqualTo(FIELDS);
        assertThat(qr(DeviceKind.VSDC, Source.DEVICE, QrForm.URL))
                .isEqualTo("https://rra.example/receipt?Data=99990000100V249J39CFJ48HE2W");
    }

    @Test
    void rra_shows_neither_our_own_signatures_nor_kenyas_receipts() {
        assertThat(qr(DeviceKind.VSDC, Source.LOCAL, QrForm.URL)).isEqualTo(FIELDS);
        assertThat(qr(DeviceKind.ETIMS, Source.DEVICE, QrForm.URL)).isEqualTo(FIELDS);
    }

    private static String qr(DeviceKind kind, Source source, QrForm form) {
        Seller seller = new Seller("t", kind, URI.create("http://localhost"), "S", "999900001", "00", "n");
        FiscalReceiptRow receipt = new FiscalReceiptRow(
                UUID.randomUUID(),
                7,
                UUID.randomUUID(),
                "t",
                ReceiptKind.SALE,
                source,
                "12/340 NS",
                "SDC010000005",
                "WIS01006230",
                "V249J39CFJ48HE2W",
                "TE68",
                21,
                200_000,
                30_508,
                TaxClass.B,
                Instant.EPOCH,
                FIELDS,
                null,
                null);
        return QrText.of(receipt, seller, new Chosen(form, "https://rra.example/receipt?Data="));
    }

    private record Chosen(QrForm qr, String qrUrl) implements ComplianceConfig.Receipts {}
}
