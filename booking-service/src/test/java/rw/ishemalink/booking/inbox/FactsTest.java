package rw.ishemalink.booking.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.DriverStatus;

/** Facts in every order. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class FactsTest {

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);

    @Test
    void a_booking_that_nobody_pays_fails_with_the_note_that_the_sender_is_told() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Facts.about(bookingId).paymentExpired().show("status", "FAILED");
        sender.gets("/api/bookings/{id}/history", bookingId)
                .body("[2].change", equalTo("FAILED"))
                .body("[2].role", equalTo("SYSTEM"))
                .body("[2].reason", equalTo("Auto-cancelled: payment timeout"));
    }

    @Test
    void money_that_comes_after_the_end_changes_nothing_and_neither_does_a_second_success() {
        UUID failed = sender.confirms(Journeys.POTATOES);
        Facts.about(failed).paymentExpired().show("status", "FAILED").paid();
        UUID paid = sender.confirms(Journeys.POTATOES);
        Facts.about(paid).paid().show("status", "PAID").paid().paymentExpired();

        assertThat(changes(failed)).isEqualTo(3);
        assertThat(changes(paid)).isEqualTo(3);
        sender.looksAt(failed).body("status", equalTo("FAILED"));
        sender.looksAt(paid).body("status", equalTo("PAID"));
    }

    @Test
    void a_clearance_for_a_driver_who_is_no_longer_asked_changes_nothing() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Drivers first = Drivers.onboarded();
        Drivers second = Drivers.onboarded();
        Facts facts = Facts.about(bookingId).paid().show("status", "PAID").receipt("1 NS");
        dispatcher.assigns(first.driverId(), bookingId).statusCode(200);
        dispatcher.assigns(second.driverId(), bookingId).statusCode(200);

        facts.cleared(first).refused(first);
        sender.looksAt(bookingId)
                .body("status", equalTo("PAID"))
                .body("assignment.driverId", equalTo(second.driverId().toString()));
        facts.cleared(second).show("status", "ASSIGNED");
    }

    @Test
    void a_clearance_before_the_receipt_is_not_lost_but_lies_with_the_dead_letters() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Drivers driver = Drivers.onboarded();
        dispatcher.assigns(driver.driverId(), bookingId).statusCode(200);
        Facts.about(bookingId).paid().clearedTooEarly(driver);
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.COMPLIANCE_EVENTS)) {
            dead.awaitRecord(record -> bookingId.toString().equals(record.key()));
        }
        sender.looksAt(bookingId).body("status", equalTo("PAID"));
    }

    @Test
    void failed_attempts_and_waiting_authorities_are_noted_for_staff() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Drivers driver = Drivers.onboarded();
        dispatcher.assigns(driver.driverId(), bookingId).statusCode(200);
        Facts facts =
                Facts.about(bookingId).paymentAttemptFailed("NOT_ENOUGH_FUNDS").paymentAttemptFailed("EXPIRED");
        assertProgress(bookingId, Map.of("step", "PAYMENT", "attempts", 2, "lastError", "EXPIRED"));

        facts.paid().show("status", "PAID").receipt("2 NS").waiting(driver);

        assertProgress(
                bookingId,
                Map.of("step", "CLEARANCE", "attempts", 1, "lastError", "the licence authority gives no answer"));
    }

    @Test
    void a_fiscal_device_that_has_been_silent_for_a_day_is_noted_for_staff_and_the_booking_goes_on_when_it_is_back() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Facts facts = Facts.about(bookingId).paid().receiptStopped("fiscal-device-silent");
        assertProgress(
                bookingId,
                Map.of(
                        "step",
                        "RECEIPT",
                        "attempts",
                        1,
                        "lastError",
                        "fiscal-device-silent: the fiscal device has given no answer for a day; nothing moves until it"
                                + " is back"));

        facts.receipt("2 NS").show("receipt.number", "2 NS");
    }

    @Test
    void the_newest_change_of_a_driver_wins_in_whatever_order_changes_arrive() {
        Drivers driver = Drivers.onboarded();
        driver.publish(3, DriverStatus.ACTIVE, "RAC 300 C");
        driver.publish(2, DriverStatus.SUSPENDED, "RAC 200 B");
        driver.publish(3, DriverStatus.ACTIVE, "RAC 300 C");
        UUID bookingId = sender.confirms(Journeys.RIDE);
        dispatcher
                .assigns(driver.driverId(), bookingId)
                .statusCode(200)
                .body("assignment.vehiclePlate", equalTo("RAC 300 C"));
    }

    @Test
    void a_suspended_driver_is_not_asked() {
        Drivers driver = Drivers.onboarded();
        driver.publish(2, DriverStatus.SUSPENDED, "RAB 123 C");
        UUID bookingId = sender.confirms(Journeys.RIDE);
        dispatcher.assigns(driver.driverId(), bookingId).statusCode(409);
    }

    private int changes(UUID bookingId) {
        JsonPath history =
                sender.gets("/api/bookings/{id}/history", bookingId).extract().jsonPath();
        return history.getList("$").size();
    }

    private void assertProgress(UUID bookingId, Map<String, Object> expected) {
        Map<String, Object> progress = dispatcher
                .gets("/api/bookings?limit=100")
                .extract()
                .path("items.find { it.bookingId == '" + bookingId + "' }.progress");
        assertThat(progress).containsAllEntriesOf(expected);
    }
}
