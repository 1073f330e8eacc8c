package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.compliance.story.Authorities.Line;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.FiscalReceipt;

/** The same stories on the VSDC, the OSDC and Kenya's eTIMS: one port holds for all. */
@QuarkusTest
class ThreeDevicesStoryTest extends StoryTest {

    @ParameterizedTest
    @EnumSource
    void a_sale_is_signed_then_its_stock_moves(Line line) {
        Journey journey = Journey.with(line.tenant);
        journey.isPaid();

        FiscalReceipt receipt =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(receipt.getNumber())
                .isEqualTo(receipt.getInvoiceNumber() + "/" + receipt.getInvoiceNumber() + " NS");
        assertThat(receipt.getSdcId()).isEqualTo("SDC010000005");
        assertThat(receipt.getVat().getAmount()).isEqualTo(line == Line.ETIMS ? 27_586 : 30_508);
        awaitStockOf(journey, line);
        assertThat(authorities.sentToDevice(line.sales, journey)).hasSize(1);
        assertThat(authorities.sentToDevice(line.sales, journey).getFirst().getBodyAsString())
                .contains(line == Line.OSDC ? "\"cmcKey\":\"key-of-osdc\"" : "\"invcNo\"");
        assertThat(count("select count(*) from fiscal_device where cmc_key not like 'v1:%'"))
                .as("keys in clear")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_reply_to_a_sale_is_found_by_the_last_number_and_nothing_is_sold_twice(Line line) {
        sellsAnother(line);
        Journey journey = Journey.with(line.tenant);
        authorities.deviceLosesItsReplyTo(line.sales, journey);
        authorities.deviceCounts(line, 800_000, 800_000);
        journey.isPaid();

        FiscalReceipt receipt =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(receipt.getNumber()).startsWith("800000/");
        assertThat(receipt.getSignature()).isEmpty();
        assertThat(authorities.sentToDevice(line.sales, journey))
                .extracting(sent -> sent.getBodyAsString())
                .hasSizeGreaterThan(1)
                .containsOnly(
                        authorities.sentToDevice(line.sales, journey).getFirst().getBodyAsString());
        awaitStockOf(journey, line);
        assertThat(count("select count(*) from fiscal_receipt where booking_id = '" + journey.bookingId() + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_reply_to_a_refund_is_found_by_its_invoice_number(Line line) {
        Journey journey = Journey.with(line.tenant);
        journey.isPaid();
        long sold = awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED)
                .getReceipt()
                .getInvoiceNumber();
        awaitStockOf(journey, line);
        authorities.deviceLosesItsReplyTo(line.sales, journey);
        authorities.deviceCounts(line, sold, sold + 1_000_000);
        journey.isCancelled("changed my mind");

        FiscalReceipt credit =
                awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED).getReceipt();
        assertThat(credit.getNumber()).endsWith(" NR");
        assertThat(credit.getSignature()).isEmpty();
        assertThat(authorities.sentToDevice(line.sales, journey).getLast().getBodyAsString())
                .contains("\"rcptTyCd\":\"R\"", "\"orgInvcNo\":" + sold + ",", "\"rfdRsnCd\":\"06\"");
        assertThat(count("select count(*) from fiscal_receipt where booking_id = '" + journey.bookingId() + "'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_refund_that_the_device_has_under_no_number_of_ours_is_parked(Line line) {
        Journey journey = Journey.with(line.tenant);
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        awaitStockOf(journey, line);
        authorities.deviceAnswers(line.sales, journey, "994");
        journey.isCancelled("changed my mind");

        awaitParked(journey);
        assertThat(errorCodeOf(journey)).containsExactly("994");
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_reply_to_the_stock_movement_is_no_second_movement(Line line) {
        Journey journey = Journey.with(line.tenant);
        authorities.deviceLosesItsReplyTo(line.stock, journey);
        journey.isPaid();

        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        await().until(() -> count("select count(*) from receipt_job where state = 'DONE' and last_error is null"
                        + " and booking_id = '" + journey.bookingId() + "'")
                == 1);
        assertThat(authorities.sentToDevice(line.stock, journey))
                .extracting(sent -> sent.getBodyAsString())
                .hasSizeGreaterThan(1)
                .containsOnly(
                        authorities.sentToDevice(line.stock, journey).getFirst().getBodyAsString());
    }

    /** The device is installed and its numbers are on record: those that it tells from now on are news. */
    private void sellsAnother(Line line) {
        Journey another = Journey.with(line.tenant);
        another.isPaid();
        awaitEvent(another, ComplianceChange.RECEIPT_ISSUED);
    }

    private void awaitStockOf(Journey journey, Line line) {
        await().until(() -> !authorities.sentToDevice(line.stock, journey).isEmpty()
                && count("select count(*) from receipt_job where state = 'DONE' and booking_id = '"
                                + journey.bookingId() + "'")
                        == 1);
    }

    private List<String> errorCodeOf(Journey journey) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select error_code from receipt_job where state = 'PARKED' and booking_id = :bookingId")
                .bind("bookingId", journey.bookingId())
                .mapTo(String.class)
                .list());
    }
}
