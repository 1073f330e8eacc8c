package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.gov.RraReceipt;

@QuarkusTest
class ReceiptStoryTest extends StoryTest {

    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);

    @Test
    void a_paid_booking_gets_one_receipt_of_the_device_then_the_stock_moves_and_rra_is_told() {
        journey.isConfirmed();
        journey.isPaid();

        FiscalReceipt receipt =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(receipt.getTotal()).isEqualTo(new Money(Journey.TOTAL_RWF, "RWF"));
        assertThat(receipt.getVat()).isEqualTo(new Money(30_508L, "RWF"));
        assertThat(receipt.getNumber())
                .isEqualTo(receipt.getInvoiceNumber() + "/" + receipt.getInvoiceNumber() + " NS");
        assertThat(receipt.getQrText())
                .isEqualTo("21112026#103012#SDC010000005#" + receipt.getNumber()
                        + "#TE68SLA2LYA4NSOPZIFQHBTQ2Q#V249J39CFJ48HE2W");
        await().until(() -> authorities.sentToDevice(Authorities.STOCK, journey).size() == 1);
        assertThat(changesOf(journey)).containsExactly(ComplianceChange.RECEIPT_ISSUED);
        assertThat(authorities.sentToDevice(Authorities.SALES, journey)).hasSize(1);
        try (EventTap feed = EventTap.on(Topics.GOV_RRA_RECEIPTS)) {
            RraReceipt told =
                    feed.awaitOne(RraReceipt.class, one -> one.getBookingId().equals(journey.bookingId()));
            assertThat(told.getReceiptType()).isEqualTo("S");
            assertThat(told.getSellerTin()).isEqualTo("999900001");
            assertThat(told.getLocallySigned()).isFalse();
        }
    }

    @Test
    void repeated_and_later_events_get_no_second_receipt() {
        BookingEvent paid = journey.isPaid();
        journey.repeats(paid);
        journey.isAssigned();
        journey.repeats(paid);

        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        assertThat(changesOf(journey)).containsExactly(ComplianceChange.RECEIPT_ISSUED);
    }

    @Test
    void while_the_device_is_away_we_sign_and_the_official_receipt_follows_and_both_stay() {
        authorities.deviceIsAway();
        journey.isPaid();

        FiscalReceipt local =
                awaitEvent(journey, ComplianceChange.RECEIPT_SIGNED_LOCALLY).getReceipt();
        assertThat(local.getSdcId()).isEqualTo("LOCAL");
        assertThat(local.getSignature()).matches("[0-9A-F]{16}");
        Journey behind = Journey.of(BookingKind.RIDE);
        behind.isPaid();
        awaitEvent(behind, ComplianceChange.RECEIPT_SIGNED_LOCALLY);

        authorities.deviceIsBack();
        FiscalReceipt official =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        FiscalReceipt officialBehind =
                awaitEvent(behind, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(official.getInvoiceNumber()).isLessThan(officialBehind.getInvoiceNumber());
        assertThat(changesOf(journey))
                .containsExactly(ComplianceChange.RECEIPT_SIGNED_LOCALLY, ComplianceChange.RECEIPT_ISSUED);
        assertThat(count("select count(*) from fiscal_receipt where booking_id = '" + journey.bookingId() + "'"))
                .isEqualTo(2);
    }

    @Test
    void a_lost_reply_is_a_receipt_whose_signature_nobody_knows_and_is_not_sold_twice() {
        // The device is installed and its numbers are on record: those that it tells now are news.
        sellsAnother();
        authorities.deviceLosesItsReplyTo(journey);
        authorities.deviceCounts(900_000, 900_000);
        journey.isPaid();

        FiscalReceipt receipt =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(receipt.getNumber()).startsWith("900000/");
        assertThat(receipt.getSignature()).isEmpty();
        assertThat(receipt.getQrText()).isEmpty();
        assertThat(authorities.sentToDevice(Authorities.SALES, journey))
                .extracting(sent -> sent.getBodyAsString())
                .hasSizeGreaterThan(1)
                .containsOnly(authorities
                        .sentToDevice(Authorities.SALES, journey)
                        .getFirst()
                        .getBodyAsString());
        assertThat(changesOf(journey)).containsExactly(ComplianceChange.RECEIPT_ISSUED);
    }

    @Test
    void a_duplicate_that_the_device_did_not_count_is_no_receipt_of_ours() {
        authorities.deviceAnswers(journey, "994");
        journey.isPaid();

        awaitParked(journey);
        assertThat(changesOf(journey)).isEmpty();
    }

    @Test
    void a_refused_sale_is_parked_and_its_invoice_number_goes_to_the_next() {
        long before = sellsAnother().getInvoiceNumber();
        authorities.deviceAnswers(journey, "910");
        journey.isPaid();

        awaitParked(journey);
        assertThat(sellsAnother().getInvoiceNumber()).isEqualTo(before + 1);
        assertThat(changesOf(journey)).isEmpty();
    }

    @Test
    void a_forgetful_device_is_initialised_again() {
        authorities.deviceAnswers(journey, "901");
        journey.isPaid();

        awaitEvent(journey, ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        authorities.areAtWork();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
    }

    @Test
    void a_cancelled_booking_with_a_receipt_is_credited_once() {
        journey.isPaid();
        long sold = awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED)
                .getReceipt()
                .getInvoiceNumber();
        journey.repeats(journey.isCancelled("changed my mind"));

        FiscalReceipt credit =
                awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED).getReceipt();
        assertThat(credit.getNumber()).endsWith(" NR");
        assertThat(credit.getTotal().getAmount()).isEqualTo(Journey.TOTAL_RWF);
        assertThat(authorities
                        .sentToDevice(Authorities.SALES, journey)
                        .getLast()
                        .getBodyAsString())
                .contains("\"rcptTyCd\":\"R\"", "\"orgInvcNo\":" + sold + ",", "\"rfdRsnCd\":\"06\"");
        assertThat(changesOf(journey))
                .containsExactly(ComplianceChange.RECEIPT_ISSUED, ComplianceChange.RECEIPT_CREDITED);
    }

    @Test
    void a_booking_cancelled_before_it_was_paid_has_nothing_to_credit() {
        journey.isConfirmed();
        journey.isCancelled("changed my mind");

        assertThat(changesOf(journey)).isEmpty();
    }

    @Test
    void a_claim_whose_owner_died_ends_by_itself() {
        sellsAnother();
        await().until(this::receiptsAreDone);
        UUID dead = UUID.randomUUID();
        jdbi.useHandle(sql -> sql.execute(
                "update fiscal_device set claim_token = ?, claimed_until = now() + interval '1 second' " + OURS, dead));
        journey.isPaid();

        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        assertThat(count("select count(*) from fiscal_device where claim_token = '" + dead + "'"))
                .as("devices that the dead owner still holds")
                .isZero();
    }

    @Test
    void a_receipt_on_record_can_be_neither_changed_nor_deleted() {
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);

        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("update fiscal_receipt set total_rwf = 1")))
                .isInstanceOf(UnableToExecuteStatementException.class);
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("delete from fiscal_receipt")))
                .isInstanceOf(UnableToExecuteStatementException.class);
    }

    private FiscalReceipt sellsAnother() {
        Journey another = Journey.of(BookingKind.RIDE);
        another.isPaid();
        return awaitEvent(another, ComplianceChange.RECEIPT_ISSUED).getReceipt();
    }
}
