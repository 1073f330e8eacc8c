package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;

/** Lives of bookings from quote to delivery, with payment and compliance played by the test. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StoryTest {

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);

    @Test
    void potatoes_from_nyamagabe_to_kigali_cost_what_the_quote_says() {
        sender.posts(Journeys.POTATOES, "/api/quotes")
                .statusCode(201)
                .body("tariffVersion", equalTo("CARGO-2026-1"))
                .body("currency", equalTo("RWF"))
                .body("taxClass", equalTo("B"))
                .body("distanceMetres", equalTo(108_758))
                .body("total", equalTo(32_627)) // 150 x 108.758 km x 2 t
                .body("vat", equalTo(4_977)) // x 18/118
                .body("lines.name", contains("base"));
    }

    @Test
    void coffee_goes_from_huye_to_kampala_through_customs() {
        UUID bookingId = sender.confirms(Journeys.COFFEE);
        Drivers driver = Drivers.onboarded();
        Someone inspector = Someone.with(Role.CUSTOMS_INSPECTOR);
        Facts facts = Facts.about(bookingId);

        facts.paid().show("status", "PAID").receipt("12/340 NS").show("receipt.number", "12/340 NS");
        dispatcher
                .assigns(driver.driverId(), bookingId)
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("assignment.cleared", equalTo(false));
        facts.cleared(driver).show("status", "ASSIGNED");

        driver.person().does("accept-manifest", bookingId).statusCode(200).body("manifestAcceptedAt", notNullValue());
        driver.person()
                .does("pickup", bookingId, Map.of("photoSha256", "ab".repeat(32)))
                .statusCode(200)
                .body("status", equalTo("IN_TRANSIT"));
        inspector
                .posts(Map.of("reason", "seal check"), "/api/bookings/{id}/border/arrive", bookingId)
                .statusCode(200)
                .body("status", equalTo("AT_BORDER"));
        driver.person().does("deliver", bookingId).statusCode(409).body("type", equalTo(problem("wrong-status")));
        inspector.does("border/clear", bookingId).statusCode(200).body("status", equalTo("IN_TRANSIT"));
        driver.person()
                .does("deliver", bookingId)
                .statusCode(409)
                .body("type", equalTo(problem("delivery-code-needed")));
        driver.person()
                .does("deliver", bookingId, Map.of("code", sender.getsCodeOf(bookingId)))
                .statusCode(200)
                .body("status", equalTo("DELIVERED"));
        sender.does("rating", bookingId, Map.of("stars", 5)).statusCode(200).body("stars", equalTo(5));
        sender.does("rating", bookingId, Map.of("stars", 1))
                .statusCode(409)
                .body("type", equalTo(problem("done-already")));

        sender.gets("/api/bookings/{id}/history", bookingId)
                .statusCode(200)
                .body(
                        "change",
                        contains(
                                "CREATED",
                                "CONFIRMED",
                                "PAID",
                                "RECEIPT_RECORDED",
                                "ASSIGNMENT_REQUESTED",
                                "ASSIGNED",
                                "MANIFEST_ACCEPTED",
                                "PICKED_UP",
                                "ARRIVED_AT_BORDER",
                                "LEFT_BORDER",
                                "DELIVERED",
                                "RATED"))
                .body("role", hasItems("SENDER", "SYSTEM", "DISPATCHER", "DRIVER", "CUSTOMS_INSPECTOR"))
                .body("find { it.change == 'ARRIVED_AT_BORDER' }.reason", equalTo("seal check"));
    }

    @Test
    void every_change_is_one_event_in_order_with_the_whole_booking() {
        UUID bookingId = sender.confirms(Journeys.COFFEE);
        sender.posts(Map.of("reason", "rain"), "/api/bookings/{id}/cancel", bookingId)
                .statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            BookingEvent cancelled = tap.awaitOne(
                    BookingEvent.class,
                    event -> event.getBooking().getBookingId().equals(bookingId)
                            && event.getChange() == BookingChange.CANCELLED);
            List<BookingEvent> events = tap.listFor(bookingId, BookingEvent.class);

            assertThat(events)
                    .extracting(BookingEvent::getChange)
                    .containsExactly(BookingChange.CREATED, BookingChange.CONFIRMED, BookingChange.CANCELLED);
            assertThat(events)
                    .extracting(event -> event.getMetadata().getSequence())
                    .containsExactly(1L, 2L, 3L);
            assertThat(cancelled.getFrom()).isEqualTo(BookingStatus.CONFIRMED);
            assertThat(cancelled.getReason()).isEqualTo("rain");
            assertThat(cancelled.getActor().getPersonId()).isEqualTo(sender.id());
            assertThat(cancelled.getMetadata().getTenant()).isEqualTo("ishemalink");
            assertThat(cancelled.getBooking()).satisfies(booking -> {
                assertThat(booking.getTrackingCode()).matches("ISH-[0-9A-HJKMNP-TV-Z]{8}");
                assertThat(booking.getSender().getLanguage()).isEqualTo(Language.RW);
                assertThat(booking.getPayerPhone()).isEqualTo("+250788000001");
                assertThat(booking.getCargo().getHsCode()).isEqualTo("0901.11");
                assertThat(booking.getExport().getBorderPost()).isEqualTo("Gatuna");
                assertThat(booking.getExport().getDestinationCountry()).isEqualTo("UG");
                assertThat(booking.getPrice().getTariffVersion()).isEqualTo("CARGO-2026-1");
                assertThat(booking.getConfirmedAt()).isNotNull();
            });
        }
    }

    @Test
    void a_ride_is_held_for_the_driver_who_accepts_before_it_is_paid() {
        DispatchStage stage = DispatchStage.alone();
        Drivers first = stage.moto(100);
        Drivers second = stage.moto(200);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(first, bookingId);

        first.person().does("accept", bookingId).statusCode(200).body("status", equalTo("CONFIRMED"));
        second.person().does("accept", bookingId).statusCode(409).body("type", equalTo(problem("ride-taken")));
        Facts.about(bookingId)
                .paid()
                .show("status", "PAID")
                .localReceipt("L-1")
                .show("receipt.locallySigned", true)
                .cleared(first)
                .show("status", "ASSIGNED")
                .receipt("13/341 NS")
                .show("receipt.locallySigned", false);
        first.person().does("pickup", bookingId).statusCode(200);
        first.person().does("deliver", bookingId).statusCode(200).body("status", equalTo("DELIVERED"));
    }

    @Test
    void a_refused_dispatch_tells_why_and_another_driver_may_be_asked() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Drivers expired = Drivers.onboarded();
        Drivers licensed = Drivers.onboarded();
        Facts facts = Facts.about(bookingId)
                .paid()
                .show("status", "PAID")
                .receipt("14/342 NS")
                .show("receipt.number", "14/342 NS");

        dispatcher.assigns(expired.driverId(), bookingId).statusCode(200);
        facts.refused(expired).show("lastRefusal", "RURA-DRIVER-AUTHORISATION: the licence is valid");
        sender.looksAt(bookingId).body("assignment", nullValue());
        Someone.operatorOf(licensed.operatorId())
                .assigns(licensed.driverId(), bookingId)
                .statusCode(200);
        facts.cleared(licensed).show("status", "ASSIGNED");
    }

    @Test
    void a_paid_booking_that_is_cancelled_shows_that_the_whole_amount_goes_back() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Facts.about(bookingId).paid().show("status", "PAID");
        sender.does("cancel", bookingId, Map.of("reason", "rain"))
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("refund", equalTo(32_627));
        UUID unpaid = sender.confirms(Journeys.POTATOES);
        sender.does("cancel", unpaid, Map.of("reason", "rain")).statusCode(200).body("refund", nullValue());
    }

    @Test
    void an_answer_shows_no_phone_number() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        String body = sender.looksAt(bookingId)
                .statusCode(200)
                .body("trackingCode", matchesPattern("ISH-[0-9A-HJKMNP-TV-Z]{8}"))
                .body("receipt", nullValue())
                .extract()
                .asString();
        assertThat(body).doesNotContain("788000001");
    }

    private static String problem(String code) {
        return "urn:ishemalink:problem:" + code;
    }
}
