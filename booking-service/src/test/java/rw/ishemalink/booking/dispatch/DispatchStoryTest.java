package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.dispatch.DispatchChange;
import rw.ishemalink.schemas.dispatch.DispatchEvent;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** How drivers are found, on real parts, with payment and compliance played by the test. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DispatchStoryTest {

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);
    private final DispatchStage stage = DispatchStage.alone();

    @Test
    void a_ride_is_offered_accepted_held_paid_cleared_and_then_assigned() {
        Drivers near = stage.moto(120);
        Drivers farther = stage.moto(340);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(near, bookingId);
        near.person()
                .gets("/api/bookings/offers")
                .body("", hasSize(1))
                .body("[0].kind", equalTo("RIDE"))
                .body("[0].origin.label", equalTo("Here"))
                .body("[0].distanceMetres", equalTo(120))
                .body("[0].price", greaterThan(0))
                .body("[0].secondsLeft", lessThanOrEqualTo(600));
        assertThat(DispatchStage.isOffered(farther, bookingId)).isTrue();

        near.person().does("accept", bookingId).statusCode(200).body("status", equalTo("CONFIRMED"));
        assertThat(DispatchStage.isOffered(farther, bookingId)).isFalse();
        Facts.about(bookingId)
                .show("assignment.driverId", near.driverId().toString())
                .paid()
                .show("status", "PAID")
                .receipt("20/1 NS")
                .cleared(near)
                .show("status", "ASSIGNED");
        assertThat(changes(bookingId, DispatchChange.OFFER_WITHDRAWN))
                .containsExactly(
                        DispatchChange.OFFERED,
                        DispatchChange.OFFERED,
                        DispatchChange.OFFER_ACCEPTED,
                        DispatchChange.OFFER_WITHDRAWN);
    }

    @Test
    void the_driver_is_told_of_an_offer_by_sms() {
        Drivers driver = stage.moto(50);
        UUID bookingId = sender.confirms(stage.ride());
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_REQUESTS)) {
            NotificationRequest request = tap.awaitOne(
                    NotificationRequest.class, one -> one.getPersonId().equals(driver.driverId()));
            assertThat(request.getTemplate()).isEqualTo(RequestedTemplate.RIDE_OFFER);
            assertThat(request.getPhone()).isEqualTo("+250788000002");
            assertThat(request.getParameters())
                    .containsKeys("trackingCode", "francs")
                    .containsEntry("from", "Here")
                    .containsEntry("to", "Remera")
                    .containsEntry("seconds", "600");
        }
        DispatchStage.awaitOffer(driver, bookingId);
    }

    @Test
    void cargo_is_offered_once_it_is_paid_and_has_its_receipt_to_lorries_that_bear_it() {
        Drivers small = stage.lorry(10, 1_999);
        Drivers big = stage.lorry(200, 2_000);
        UUID bookingId = sender.confirms(stage.cargo(2_000, DispatchStage.alone()));
        Facts facts = Facts.about(bookingId);
        facts.show("status", "CONFIRMED").paid().show("status", "PAID");
        assertDispatch(bookingId, "state", "NOT_SOUGHT");

        facts.receipt("21/1 NS");
        DispatchStage.awaitOffer(big, bookingId);
        assertDispatch(bookingId, refusal(small), "VEHICLE_TOO_SMALL");
        big.person().does("accept", bookingId).statusCode(200).body("status", equalTo("PAID"));
        facts.cleared(big).show("status", "ASSIGNED");
    }

    @Test
    void of_two_who_accept_at_once_one_wins_and_the_other_is_told() throws Exception {
        List<Drivers> drivers = List.of(stage.moto(100), stage.moto(101));
        UUID bookingId = sender.confirms(stage.ride());
        drivers.forEach(driver -> DispatchStage.awaitOffer(driver, bookingId));
        List<Response> answers = AtOnce.run(drivers.stream()
                .<Callable<Response>>map(
                        driver -> () -> driver.person().asks().post("/api/bookings/{id}/accept", bookingId))
                .toList());
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .extracting(answer -> answer.jsonPath().getString("type"))
                .containsExactly(problem("ride-taken"));
        assertDispatch(bookingId, "counts.offers", Map.of("ACCEPTED", 1, "WITHDRAWN", 1));
    }

    @Test
    void no_offer_survives_a_cancellation() {
        Drivers driver = stage.moto(100);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, bookingId);
        sender.posts(Map.of("reason", "rain"), "/api/bookings/{id}/cancel", bookingId)
                .statusCode(200);

        assertThat(DispatchStage.isOffered(driver, bookingId)).isFalse();
        driver.person().does("accept", bookingId).statusCode(409).body("type", equalTo(problem("offer-over")));
        assertDispatch(bookingId, "state", "CLOSED");
        assertThat(changes(bookingId, DispatchChange.OFFER_WITHDRAWN))
                .containsExactly(DispatchChange.OFFERED, DispatchChange.OFFER_WITHDRAWN);
    }

    @Test
    void no_offer_survives_a_payment_that_never_came() {
        Drivers driver = stage.moto(100);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, bookingId);
        Facts.about(bookingId).paymentExpired().show("status", "FAILED");
        assertThat(DispatchStage.isOffered(driver, bookingId)).isFalse();
        assertDispatch(bookingId, "counts.offers", Map.of("WITHDRAWN", 1));
    }

    @Test
    void when_a_batch_lets_its_offers_expire_the_next_nearest_are_asked() {
        List<Drivers> first = Stream.of(10, 20, 30, 40, 50).map(stage::moto).toList();
        Drivers sixth = stage.moto(60);
        UUID bookingId = sender.confirms(stage.ride());
        first.forEach(driver -> DispatchStage.awaitOffer(driver, bookingId));
        assertThat(DispatchStage.isOffered(sixth, bookingId)).isFalse();

        DispatchStage.letOffersExpire(bookingId);
        DispatchStage.awaitOffer(sixth, bookingId);
        assertThat(first).noneMatch(driver -> DispatchStage.isOffered(driver, bookingId));
        first.getFirst()
                .person()
                .does("accept", bookingId)
                .statusCode(409)
                .body("type", equalTo(problem("offer-over")));
        assertDispatch(bookingId, "counts.offers", Map.of("EXPIRED", 5, "OPEN", 1));
        assertDispatch(bookingId, refusal(first.getFirst()), "ALREADY_REFUSED");
        sixth.person().does("accept", bookingId).statusCode(200);
    }

    @Test
    void when_all_of_a_batch_decline_nobody_waits_for_the_time_to_pass() {
        List<Drivers> first = Stream.of(10, 20, 30, 40, 50).map(stage::moto).toList();
        Drivers sixth = stage.moto(60);
        UUID bookingId = sender.confirms(stage.ride());
        first.forEach(driver -> DispatchStage.awaitOffer(driver, bookingId));
        first.forEach(driver -> driver.person().does("decline", bookingId).statusCode(204));
        DispatchStage.awaitOffer(sixth, bookingId);
    }

    @Test
    void after_nobody_was_found_the_search_goes_on_and_finds_who_came_since() {
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitDispatch(bookingId, "state", "NOBODY_FOUND");
        DispatchStage.letSearchGoOn(bookingId);
        Drivers late = stage.moto(70);
        DispatchStage.letSearchGoOn(bookingId);
        DispatchStage.awaitOffer(late, bookingId);
        assertThat(changes(bookingId, DispatchChange.OFFERED))
                .containsExactly(DispatchChange.NOBODY_FOUND, DispatchChange.OFFERED);
    }

    @Test
    void after_six_batches_the_search_pauses_before_it_asks_others() {
        Drivers first = stage.moto(10);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(first, bookingId);
        Drivers second = stage.moto(20);
        DispatchStage.letBatchesGoBy(bookingId, 5);
        DispatchStage.letOffersExpire(bookingId);
        DispatchStage.awaitDispatch(bookingId, "state", "NOBODY_FOUND");
        assertThat(DispatchStage.isOffered(second, bookingId)).isFalse();

        DispatchStage.letSearchGoOn(bookingId);
        DispatchStage.awaitOffer(second, bookingId);
    }

    @Test
    void whatever_the_code_did_the_database_gives_nobody_two_open_offers() {
        Drivers driver = stage.moto(10);
        UUID first = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, first);
        UUID second = sender.confirms(stage.ride());
        assertThatThrownBy(() -> DispatchStage.offerLike(first, second))
                .hasMessageContaining("one_open_offer_per_driver");
    }

    @Test
    void a_driver_on_a_trip_off_duty_suspended_or_silent_gets_no_offer() {
        Drivers busy = stage.moto(10);
        Drivers off = stage.motoOffDuty(20);
        Drivers suspended = stage.moto(30);
        stage.suspends(suspended);
        Drivers silent = stage.motoLastSeen(40, Instant.now().minus(Duration.ofMinutes(2)));
        dispatcher.assigns(busy.driverId(), sender.confirms(Journeys.RIDE)).statusCode(200);

        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitDispatch(bookingId, "state", "NOBODY_FOUND");
        assertDispatch(bookingId, refusal(busy), "BUSY");
        assertDispatch(bookingId, refusal(off), "OFF_DUTY");
        assertDispatch(bookingId, refusal(suspended), "SUSPENDED");
        assertDispatch(bookingId, refusal(silent), "POSITION_STALE");
        List<DispatchChange> changes = changes(bookingId, DispatchChange.NOBODY_FOUND);
        assertThat(changes).hasSize(5).containsOnlyOnce(DispatchChange.NOBODY_FOUND);
    }

    @Test
    void a_driver_of_whom_the_index_knows_more_than_the_table_gets_no_offer_until_both_agree() {
        Drivers ahead = stage.moto(10);
        DispatchStage.isUnknownToTheTable(ahead);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitDispatch(bookingId, "state", "NOBODY_FOUND");
        assertThat(changes(bookingId, DispatchChange.NOBODY_FOUND)).containsExactly(DispatchChange.NOBODY_FOUND);

        stage.goesOnDuty(ahead);
        DispatchStage.letSearchGoOn(bookingId);
        DispatchStage.awaitOffer(ahead, bookingId);
        ahead.person().does("accept", bookingId).statusCode(200);
    }

    @Test
    void a_driver_has_one_offer_at_a_time_and_an_open_one_keeps_others_away() {
        Drivers driver = stage.moto(10);
        UUID first = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, first);
        UUID second = sender.confirms(stage.ride());
        DispatchStage.awaitDispatch(second, "state", "NOBODY_FOUND");
        assertDispatch(second, refusal(driver), "BUSY");

        driver.person().does("decline", first).statusCode(204);
        DispatchStage.letSearchGoOn(second);
        DispatchStage.awaitOffer(driver, second);
    }

    @Test
    void whom_compliance_refused_is_not_asked_again_and_the_others_are() {
        Drivers expired = stage.moto(10);
        Drivers licensed = stage.moto(20);
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(expired, bookingId);
        expired.person().does("accept", bookingId).statusCode(200);
        Facts facts = Facts.about(bookingId).paid().receipt("22/1 NS").refused(expired);

        DispatchStage.awaitOffer(licensed, bookingId);
        assertDispatch(bookingId, refusal(expired), "DISPATCH_REFUSED");
        licensed.person().does("accept", bookingId).statusCode(200);
        facts.cleared(licensed).show("status", "ASSIGNED");
    }

    @Test
    void a_dispatcher_who_asks_for_a_driver_ends_the_search() {
        Drivers offered = stage.moto(10);
        Drivers asked = Drivers.onboarded();
        UUID bookingId = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(offered, bookingId);
        dispatcher.assigns(asked.driverId(), bookingId).statusCode(200);
        assertThat(DispatchStage.isOffered(offered, bookingId)).isFalse();
        offered.person().does("accept", bookingId).statusCode(409).body("type", equalTo(problem("ride-taken")));
    }

    @Test
    void a_ride_for_later_is_offered_shortly_before_and_not_at_once() {
        Drivers driver = stage.moto(10);
        UUID quoteId = sender.quotes(stage.ride());
        UUID later = sender.posts(
                        Map.of("quoteId", quoteId, "scheduledFor", Instant.now().plus(Duration.ofDays(1))),
                        "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
        sender.does("confirm", later).statusCode(200);
        UUID now = sender.confirms(stage.ride());
        DispatchStage.awaitOffer(driver, now);
        assertDispatch(later, "state", "SEARCHING");
        assertDispatch(later, "batches", 0);
    }

    private void assertDispatch(UUID bookingId, String path, Object value) {
        dispatcher
                .gets("/api/bookings/{id}/dispatch", bookingId)
                .statusCode(200)
                .body(path, equalTo(value));
    }

    private static String refusal(Drivers driver) {
        return "drivers.find { it.driverId == '" + driver.driverId() + "' && it.gate != null }.gate";
    }

    /** The steps of the search, in order, up to one of that kind; their sequence has no gap. */
    private static List<DispatchChange> changes(UUID bookingId, DispatchChange last) {
        try (EventTap tap = EventTap.on(Topics.DISPATCH_EVENTS)) {
            tap.awaitOne(
                    DispatchEvent.class, event -> event.getBookingId().equals(bookingId) && event.getChange() == last);
            List<DispatchEvent> events = tap.listFor(bookingId, DispatchEvent.class);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).getMetadata().getSequence()).isEqualTo(i + 1);
            }
            return events.stream().map(DispatchEvent::getChange).toList();
        }
    }

    private static String problem(String code) {
        return "urn:ishemalink:problem:" + code;
    }
}
