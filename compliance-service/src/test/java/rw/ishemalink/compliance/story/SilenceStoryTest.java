package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.gov.RraReceipt;

/** The device is away: for an hour it is signed for, for a day and more nothing moves. */
@QuarkusTest
class SilenceStoryTest extends StoryTest {

    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
    private final Journey behind = Journey.of(BookingKind.CARGO_DOMESTIC);
    private Driver driver = Driver.independent();

    @BeforeEach
    void driverWithLicence() {
        driver = onboardedDriver();
        authorities.registerKnows(driver, "2099-12-31");
        isSilent();
    }

    @Test
    void away_for_an_hour_what_we_signed_is_dispatched_and_then_replaced_in_order_and_both_stay() {
        deviceHasBeenSilentFor("1 hour");
        journey.isPaid();
        journey.asksFor(driver);
        String local = awaitEvent(journey, ComplianceChange.RECEIPT_SIGNED_LOCALLY)
                .getReceipt()
                .getSignature();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        behind.isPaid();
        awaitEvent(behind, ComplianceChange.RECEIPT_SIGNED_LOCALLY);

        authorities.deviceIsBack();
        FiscalReceipt official =
                awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        FiscalReceipt next = awaitEvent(behind, ComplianceChange.RECEIPT_ISSUED).getReceipt();
        assertThat(official.getReplacesSignature()).isEqualTo(local);
        assertThat(next.getInvoiceNumber()).isGreaterThan(official.getInvoiceNumber());
        assertThat(changesOf(journey))
                .containsExactly(
                        ComplianceChange.RECEIPT_SIGNED_LOCALLY,
                        ComplianceChange.DISPATCH_CLEARED,
                        ComplianceChange.RECEIPT_ISSUED);
        assertThat(count("select count(*) from fiscal_receipt where booking_id = '" + journey.bookingId() + "'"))
                .isEqualTo(2);
        assertRraKnowsBoth(local);
    }

    @Test
    void away_for_a_day_nothing_is_signed_or_dispatched_people_are_told_why_and_it_goes_on_when_the_device_is_back() {
        deviceHasBeenSilentFor("25 hours");
        journey.isPaid();
        journey.asksFor(driver);
        assertThat(awaitEvent(journey, ComplianceChange.RECEIPT_STOPPED).getReason())
                .isEqualTo("fiscal-device-silent");
        behind.isPaid();
        awaitEvent(behind, ComplianceChange.RECEIPT_STOPPED);

        authorities.deviceIsBack();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        assertThat(changesOf(journey))
                .containsExactly(
                        ComplianceChange.RECEIPT_STOPPED,
                        ComplianceChange.RECEIPT_ISSUED,
                        ComplianceChange.DISPATCH_CLEARED);
        assertThat(changesOf(behind))
                .containsExactly(ComplianceChange.RECEIPT_STOPPED, ComplianceChange.RECEIPT_ISSUED);
    }

    @Test
    void what_was_signed_while_we_might_moves_no_more_after_the_day_until_the_device_has_signed_it() {
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        deviceHasBeenSilentFor("24 hours 1 minute");
        awaitEvent(journey, ComplianceChange.RECEIPT_STOPPED);
        awaitHandled(journey.asksFor(driver).getMetadata().getEventId());

        authorities.deviceIsBack();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        assertThat(changesOf(journey))
                .containsExactly(
                        ComplianceChange.RECEIPT_SIGNED_LOCALLY,
                        ComplianceChange.RECEIPT_STOPPED,
                        ComplianceChange.RECEIPT_ISSUED,
                        ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void people_are_told_once() {
        deviceHasBeenSilentFor("25 hours");
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_STOPPED);
        anotherIsTold();

        authorities.deviceIsBack();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        assertThat(changesOf(journey)).containsOnlyOnce(ComplianceChange.RECEIPT_STOPPED);
    }

    /** One more sale is told to wait, after which the first could have been told again. */
    private void anotherIsTold() {
        behind.isPaid();
        awaitEvent(behind, ComplianceChange.RECEIPT_STOPPED);
    }

    /** The device goes away, and a sale finds it out. */
    private void isSilent() {
        authorities.deviceIsAway();
        Journey first = Journey.of(BookingKind.RIDE);
        first.isPaid();
        awaitEvent(first, ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        await().until(() -> count("select count(*) from fiscal_device " + OURS + " and silent_since is not null") == 1);
    }

    private void assertRraKnowsBoth(String local) {
        try (EventTap feed = EventTap.on(Topics.GOV_RRA_RECEIPTS)) {
            RraReceipt provisional = feed.awaitOne(
                    RraReceipt.class, one -> one.getBookingId().equals(journey.bookingId()) && one.getLocallySigned());
            RraReceipt official = feed.awaitOne(
                    RraReceipt.class, one -> one.getBookingId().equals(journey.bookingId()) && !one.getLocallySigned());
            assertThat(provisional.getSignature()).isEqualTo(local);
            assertThat(official.getReplacesSignature()).isEqualTo(local);
        }
    }
}
