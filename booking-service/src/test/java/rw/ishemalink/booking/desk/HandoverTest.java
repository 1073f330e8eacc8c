package rw.ishemalink.booking.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** Goods change hands: against the receiver's code, with proof, by the driver's clock. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class HandoverTest {

    private static final String PHOTO = "0123456789abcdef".repeat(4);

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @Test
    void the_receiver_is_sent_the_code_at_pick_up_and_the_driver_delivers_against_it() {
        Trip trip = onTheRoad();
        NotificationRequest request = awaitCodeSms(trip, sender.getsCodeOf(trip.bookingId()));
        assertThat(request.getPhone()).isEqualTo(receiverPhone(trip.bookingId()));
        assertThat(request.getLanguage()).isEqualTo(Language.RW);
        assertThat(request.getParameters()).containsEntry("trackingCode", trackingCode(trip));

        delivers(trip, request.getParameters().get("code")).statusCode(200).body("status", equalTo("DELIVERED"));
    }

    @Test
    void the_code_stands_in_no_event_and_in_no_row() {
        Trip trip = onTheRoad();
        String code = sender.getsCodeOf(trip.bookingId());
        delivers(trip, code).statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            BookingEvent delivered = tap.awaitOne(
                    BookingEvent.class,
                    event -> event.getBooking().getBookingId().equals(trip.bookingId())
                            && event.getChange() == BookingChange.DELIVERED);
            assertThat(delivered.getProof().getCodeGiven()).isTrue();
            assertThat(tap.listFor(trip.bookingId(), BookingEvent.class))
                    .allSatisfy(event -> assertThat(event.getProof() + " " + event.getReason())
                            .doesNotContain(code));
        }
        assertThat(rowsWith("booking", trip, code)).isZero();
        assertThat(rowsWith("booking_proof", trip, code)).isZero();
        assertThat(rowsWith("booking_transition", trip, code)).isZero();
    }

    @Test
    void five_wrong_codes_lock_it_until_there_is_a_new_one() {
        Trip trip = onTheRoad();
        String right = sender.getsCodeOf(trip.bookingId());
        assertProblem(delivers(trip, null), 409, "delivery-code-needed");
        for (String wrong : wrongCodes(right, 5)) {
            assertProblem(delivers(trip, wrong), 409, "delivery-code-wrong");
        }
        assertProblem(delivers(trip, right), 409, "delivery-code-locked");

        sender.does("delivery-code", trip.bookingId()).statusCode(204);
        String renewed = sender.getsCodeOf(trip.bookingId());
        assertThat(renewed).isNotEqualTo(right);
        assertProblem(delivers(trip, right), 409, "delivery-code-wrong");
        awaitCodeSms(trip, renewed);
        delivers(trip, renewed).statusCode(200);
    }

    @Test
    void of_twenty_wrong_codes_at_once_five_count_and_the_others_are_not_even_compared() throws Exception {
        Trip trip = onTheRoad();
        String right = sender.getsCodeOf(trip.bookingId());
        List<Callable<String>> guesses = wrongCodes(right, 20).stream()
                .<Callable<String>>map(wrong ->
                        () -> delivers(trip, wrong).statusCode(409).extract().path("type"))
                .toList();
        List<String> answers = AtOnce.run(guesses);

        assertThat(answers)
                .filteredOn(type -> type.endsWith("delivery-code-wrong"))
                .hasSize(5);
        assertThat(answers)
                .filteredOn(type -> type.endsWith("delivery-code-locked"))
                .hasSize(15);
        assertProblem(delivers(trip, right), 409, "delivery-code-locked");
    }

    @Test
    void a_stranger_cannot_use_up_the_guesses() {
        Trip trip = onTheRoad();
        String right = sender.getsCodeOf(trip.bookingId());
        for (String wrong : wrongCodes(right, 6)) {
            Drivers.onboarded()
                    .person()
                    .does("deliver", trip.bookingId(), Map.of("code", wrong))
                    .statusCode(404);
        }
        delivers(trip, right).statusCode(200);
    }

    @Test
    void the_code_is_for_the_sender_only() {
        Trip trip = onTheRoad();
        String path = "/api/bookings/{id}/delivery-code";
        given().get(path, trip.bookingId()).then().statusCode(401);
        trip.driver().person().gets(path, trip.bookingId()).statusCode(403);
        Someone.with(Role.DISPATCHER).gets(path, trip.bookingId()).statusCode(403);
        assertProblem(
                Someone.with(Role.TENANT_ADMIN, Role.SENDER).gets(path, trip.bookingId()), 403, "not-your-action");
        assertProblem(Someone.sender().gets(path, trip.bookingId()), 404, "no-such-booking");
        assertProblem(Someone.sender("geo-connect").gets(path, trip.bookingId()), 404, "no-such-booking");
        assertThat(sender.gets(path, trip.bookingId()).extract().header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void sender_dispatcher_and_tenant_admin_have_a_new_code_made_and_nobody_else() {
        Trip trip = onTheRoad();
        UUID id = trip.bookingId();
        String first = sender.getsCodeOf(id);
        given().post("/api/bookings/{id}/delivery-code", id).then().statusCode(401);
        trip.driver().person().does("delivery-code", id).statusCode(403);
        Someone.with(Role.AUDITOR).does("delivery-code", id).statusCode(403);
        assertProblem(Someone.with(Role.AUDITOR, Role.SENDER).does("delivery-code", id), 403, "not-your-action");
        assertProblem(Someone.sender().does("delivery-code", id), 404, "no-such-booking");
        assertThat(sender.getsCodeOf(id)).isEqualTo(first);

        Someone.with(Role.DISPATCHER).does("delivery-code", id).statusCode(204).body(equalTo(""));
        Someone.with(Role.TENANT_ADMIN).does("delivery-code", id).statusCode(204);
        assertThat(sender.getsCodeOf(id)).isNotEqualTo(first);
    }

    @Test
    void there_is_a_code_from_confirmation_to_delivery_and_for_goods_only() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        String path = "/api/bookings/{id}/delivery-code";
        assertProblem(sender.gets(path, bookingId), 409, "wrong-status");
        sender.does("confirm", bookingId).statusCode(200);
        sender.gets(path, bookingId).statusCode(200);
        sender.does("cancel", bookingId, Map.of("reason", "rain")).statusCode(200);
        assertProblem(sender.gets(path, bookingId), 409, "booking-ended");
        assertProblem(sender.does("delivery-code", bookingId), 409, "booking-ended");
        assertProblem(sender.gets(path, sender.confirms(Journeys.RIDE)), 409, "no-delivery-code");
    }

    @Test
    void a_passenger_gets_off_without_a_code() {
        Trip trip = Trip.assigned(sender.confirms(Journeys.RIDE)).pickedUp();
        assertProblem(trip.driver().person().does("accept-manifest", trip.bookingId()), 409, "no-manifest");
        delivers(trip, null).statusCode(200).body("status", equalTo("DELIVERED"));
    }

    @Test
    void what_the_drivers_phone_recorded_without_network_is_kept() {
        Trip trip = Trip.assigned(sender, cargo());
        Someone driver = trip.driver().person();
        Instant hoursAgo = Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.MICROS);
        driver.does("accept-manifest", trip.bookingId(), Map.of("recordedAt", hoursAgo.toString()))
                .statusCode(200);
        assertProblem(driver.does("accept-manifest", trip.bookingId()), 409, "done-already");
        driver.does("pickup", trip.bookingId(), Map.of("photoSha256", PHOTO, "recordedAt", hoursAgo.toString()))
                .statusCode(200);

        assertThat(proofs(trip)).containsExactly("PICKED_UP " + hoursAgo + " " + PHOTO);
        // the booking was paid only just now: a phone's clock does not bring milestones out of order
        String paidAt = sender.looksAt(trip.bookingId()).extract().path("paidAt");
        sender.looksAt(trip.bookingId())
                .body("manifestAcceptedAt", equalTo(paidAt))
                .body("pickedUpAt", equalTo(paidAt));
    }

    @Test
    void only_the_sender_rates_and_only_after_the_delivery() {
        Trip trip = onTheRoad();
        Map<String, Object> stars = Map.of("stars", 4);
        assertProblem(sender.does("rating", trip.bookingId(), stars), 409, "wrong-status");
        delivers(trip, sender.getsCodeOf(trip.bookingId())).statusCode(200);
        trip.driver().person().does("rating", trip.bookingId(), stars).statusCode(403);
        Someone.sender().does("rating", trip.bookingId(), stars).statusCode(404);
        sender.does("rating", trip.bookingId(), stars).statusCode(200).body("stars", equalTo(4));
    }

    private Trip onTheRoad() {
        return Trip.assigned(sender, cargo()).pickedUp();
    }

    /** A receiver of its own, so that an SMS can be told from others. */
    private static Map<String, Object> cargo() {
        int number = Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000);
        return Map.of(
                "journey",
                Journeys.POTATOES,
                "receiver",
                Map.of("name", "Marie Uwase", "phone", String.format("+25078%07d", number)));
    }

    private static ValidatableResponse delivers(Trip trip, @Nullable String code) {
        Map<String, Object> body = code == null ? Map.of("photoSha256", PHOTO) : Map.of("code", code);
        return trip.driver().person().does("deliver", trip.bookingId(), body);
    }

    private static List<String> wrongCodes(String right, int count) {
        return Stream.iterate(Integer.parseInt(right) + 1, next -> next + 1)
                .limit(count)
                .map(next -> String.format("%06d", next % 1_000_000))
                .toList();
    }

    private static NotificationRequest awaitCodeSms(Trip trip, String code) {
        String trackingCode = trackingCode(trip);
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_REQUESTS)) {
            return tap.awaitOne(
                    NotificationRequest.class,
                    request -> request.getTemplate() == RequestedTemplate.DELIVERY_CODE
                            && trackingCode.equals(request.getParameters().get("trackingCode"))
                            && code.equals(request.getParameters().get("code")));
        }
    }

    private static String trackingCode(Trip trip) {
        return Someone.with(Role.AUDITOR).looksAt(trip.bookingId()).extract().path("trackingCode");
    }

    private String receiverPhone(UUID bookingId) {
        return sender.looksAt(bookingId).extract().path("receiver.phone");
    }

    private List<String> proofs(Trip trip) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select stage, recorded_at, photo_sha256 from booking_proof where booking_id = :id""")
                .bind("id", trip.bookingId())
                .map((row, _) -> row.getString("stage") + " "
                        + row.getObject("recorded_at", OffsetDateTime.class).toInstant() + " "
                        + row.getString("photo_sha256"))
                .list());
    }

    /** Rows about the booking in which the code stands by itself, not as a part of a longer number. */
    private long rowsWith(String table, Trip trip, String code) {
        return unitOfWork.read(sql -> sql.createQuery("select count(*) from " + table
                        + " where booking_id = :id and to_jsonb(" + table + ")::text ~ :code")
                .bind("id", trip.bookingId())
                .bind("code", "(^|[^0-9a-f.+])" + code + "([^0-9a-f.+]|$)")
                .mapTo(Long.class)
                .one());
    }

    private static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
