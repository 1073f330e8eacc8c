package rw.ishemalink.compliance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;

class LostReplyTest {

    private static final Instant CONFIRMED_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final DeviceRow KNOWN =
            new DeviceRow(UUID.randomUUID(), "999900001", "00", "SDC010000005", "WIS01006230", 21, 12, 3, 17, 0, null);

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
    void of_several_that_are_lost_each_gets_the_number_of_its_place() {
        DeviceRow died = KNOWN.withInvoicesUpTo(25);
        DeviceIdentity threeLater = now(15, 23);

        SignedSale first =
                LostReply.find(died, sale(ReceiptKind.SALE), threeLater).orElseThrow();
        assertThat(first.receiptNumber()).isEqualTo(13);
        DeviceRow recorded = died.after(ReceiptKind.SALE, first);
        SignedSale second =
                LostReply.find(recorded, sale(ReceiptKind.SALE, 22), threeLater).orElseThrow();
        assertThat(second.receiptNumber()).isEqualTo(14);
        assertThat(second.totalNumber()).isEqualTo(19);
    }

    @Test
    void where_the_counts_do_not_agree_only_the_last_sale_can_have_the_last_number() {
        DeviceIdentity usedByOthers = now(40, 23);

        assertThat(LostReply.find(KNOWN.withInvoicesUpTo(25), sale(ReceiptKind.SALE), usedByOthers))
                .map(SignedSale::receiptNumber)
                .contains(0L);
        assertThat(LostReply.find(KNOWN.withInvoicesUpTo(21), sale(ReceiptKind.SALE), usedByOthers))
                .map(SignedSale::receiptNumber)
                .contains(40L);
    }

    @Test
    void an_invoice_number_that_we_never_took_says_that_others_sell_too() {
        assertThat(LostReply.find(KNOWN.withInvoicesUpTo(22), sale(ReceiptKind.SALE), now(15, 23)))
                .map(SignedSale::receiptNumber)
                .contains(0L);
    }

    @Test
    void a_number_that_nobody_knows_moves_no_count() {
        SignedSale unknown = LostReply.find(KNOWN.withInvoicesUpTo(25), sale(ReceiptKind.SALE), now(40, 23))
                .orElseThrow();

        assertThat(ReceiptText.number(ReceiptKind.SALE, unknown)).isEqualTo("?/? NS");
        assertThat(KNOWN.after(ReceiptKind.SALE, unknown).lastSaleReceipt()).isEqualTo(12);
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
        DeviceRow fresh = new DeviceRow(
                UUID.randomUUID(), "999900001", "00", "SDC010000005", "WIS01006230", 21, 12, 3, 0, 0, null);

        assertThat(LostReply.find(fresh, sale(ReceiptKind.SALE), now(13, 21)))
                .map(SignedSale::totalNumber)
                .contains(0L);
    }

    private static DeviceIdentity now(long lastSaleReceipt, long lastInvoice) {
        return new DeviceIdentity("SDC010000005", "WIS01006230", lastSaleReceipt, lastInvoice, null);
    }

    private static Sale sale(ReceiptKind kind) {
        return sale(kind, 21);
    }

    private static Sale sale(ReceiptKind kind, long invoiceNumber) {
        return new Sale(
                kind, invoiceNumber, 0, BookingKind.RIDE, "ISH-AAAAAAAA", 1_000, TaxClass.B, null, CONFIRMED_AT);
    }
}
