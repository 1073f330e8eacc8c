package rw.ishemalink.compliance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;

class LostReplyTest {

    private static final Instant CONFIRMED_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final DeviceRow KNOWN =
            new DeviceRow("999900001", "00", "SDC010000005", "WIS01006230", 21, 12, 3, 17, 0);

    @Test
    void a_sale_that_the_device_counted_since_is_issued_with_an_unknown_signature() {
        SignedSale found =
                LostReply.find(KNOWN, sale(ReceiptKind.SALE), now(13, 21)).orElseThrow();

        assertThat(found).isEqualTo(new SignedSale(13, 18, "", "", CONFIRMED_AT, "SDC010000005", "WIS01006230"));
    }

    @Test
    void a_device_that_has_counted_no_sale_since_did_not_issue_ours() {
        assertThat(LostReply.find(KNOWN, sale(ReceiptKind.SALE), now(12, 21))).isEmpty();
    }

    @Test
    void a_refund_is_issued_when_the_device_has_its_invoice_number() {
        assertThat(LostReply.find(KNOWN, sale(ReceiptKind.REFUND), now(12, 21)))
                .map(SignedSale::receiptNumber)
                .contains(4L);
        assertThat(LostReply.find(KNOWN, sale(ReceiptKind.REFUND), now(12, 20))).isEmpty();
    }

    @Test
    void where_no_total_number_was_ever_seen_none_is_made_up() {
        DeviceRow fresh = new DeviceRow("999900001", "00", "SDC010000005", "WIS01006230", 21, 12, 3, 0, 0);

        assertThat(LostReply.find(fresh, sale(ReceiptKind.SALE), now(13, 21)))
                .map(SignedSale::totalNumber)
                .contains(0L);
    }

    private static DeviceIdentity now(long lastSaleReceipt, long lastInvoice) {
        return new DeviceIdentity("SDC010000005", "WIS01006230", lastSaleReceipt, lastInvoice);
    }

    private static Sale sale(ReceiptKind kind) {
        return new Sale(kind, 21, 0, BookingKind.RIDE, "ISH-AAAAAAAA", 1_000, TaxClass.B, CONFIRMED_AT);
    }
}
