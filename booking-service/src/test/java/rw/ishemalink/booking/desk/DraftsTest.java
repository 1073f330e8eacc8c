package rw.ishemalink.booking.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;

/** Bookings at today's price, and what may be changed of them before they are confirmed. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DraftsTest {

    private static final Map<String, Object> RECEIVER = Map.of("name", "Marie Uwase", "phone", "+250788111222");

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @Test
    void a_journey_is_booked_without_a_quote_at_the_price_that_a_quote_would_name() {
        UUID bookingId = books(Map.of("journey", Journeys.POTATOES));
        sender.looksAt(bookingId)
                .body("price.total", equalTo(32_627))
                .body("price.tariffVersion", equalTo("CARGO-2026-1"))
                .body("cargo.weightKg", equalTo(2_000));
        assertThat(quoteOf(bookingId)).isEmpty();
    }

    @Test
    void a_booking_needs_either_a_quote_or_a_journey() {
        Map<String, Object> both = Map.of("quoteId", sender.quotes(Journeys.RIDE), "journey", Journeys.RIDE);
        for (Map<String, Object> request : List.of(both, Map.<String, Object>of())) {
            sender.posts(request, "/api/bookings")
                    .statusCode(400)
                    .body("type", equalTo("urn:ishemalink:problem:quote-or-journey"));
        }
    }

    @Test
    void a_draft_takes_on_what_is_given_and_keeps_the_rest() {
        UUID bookingId = books(Map.of("journey", Journeys.POTATOES, "declaredValue", 500_000, "receiver", RECEIVER));
        String trackingCode = sender.looksAt(bookingId).extract().path("trackingCode");

        sender.patches(Map.of("payerPhone", "+250788000077", "declaredValue", 600_000), bookingId)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("declaredValue", equalTo(600_000))
                .body("receiver.name", equalTo("Marie Uwase"))
                .body("price.total", equalTo(32_627));
        sender.patches(Map.of("drop", List.of("RECEIVER")), bookingId)
                .statusCode(200)
                .body("receiver", nullValue())
                .body("declaredValue", equalTo(600_000));

        sender.looksAt(bookingId).body("trackingCode", equalTo(trackingCode)).body("receiver", nullValue());
        sender.gets("/api/bookings/{id}/history", bookingId)
                .body("change", contains("CREATED", "EDITED", "EDITED"))
                .body("[1].from", equalTo("DRAFT"))
                .body("[1].role", equalTo("SENDER"));
    }

    @Test
    void every_edit_is_an_event_with_the_booking_as_it_is_then() {
        UUID bookingId = books(Map.of("journey", Journeys.POTATOES));
        sender.patches(Map.of("payerPhone", "+250788000078"), bookingId).statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            BookingEvent edited = tap.awaitOne(
                    BookingEvent.class,
                    event -> event.getBooking().getBookingId().equals(bookingId)
                            && event.getChange() == BookingChange.EDITED);
            assertThat(edited.getMetadata().getSequence()).isEqualTo(2);
            assertThat(edited.getBooking().getPayerPhone()).isEqualTo("+250788000078");
        }
    }

    @Test
    void a_draft_takes_on_a_new_quote_and_its_price() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        UUID coffee = sender.quotes(Journeys.COFFEE);
        sender.patches(Map.of("quoteId", coffee), bookingId)
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:consignee-needed"));
        sender.patches(Map.of("quoteId", coffee, "consignee", Journeys.CONSIGNEE), bookingId)
                .statusCode(200)
                .body("kind", equalTo("CARGO_INTERNATIONAL"))
                .body("export.destinationCountry", equalTo("UG"));
        assertThat(quoteOf(bookingId)).containsExactly(coffee);

        sender.patches(Map.of("journey", Journeys.RIDE), bookingId)
                .statusCode(200)
                .body("kind", equalTo("RIDE"))
                .body("export", nullValue())
                .body("cargo", nullValue());
        assertThat(quoteOf(bookingId)).isEmpty();
    }

    @Test
    void a_quote_that_cannot_be_booked_cannot_be_taken_on() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        UUID foreign = Someone.sender().quotes(Journeys.POTATOES);
        UUID expired = sender.quotes(Journeys.RIDE);
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update quote set valid_until = now() where quote_id = :id")
                .bind("id", expired)
                .execute());
        sender.patches(Map.of("quoteId", foreign), bookingId).statusCode(404);
        sender.patches(Map.of("quoteId", expired), bookingId)
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:quote-expired"));
        sender.looksAt(bookingId).body("price.total", equalTo(32_627));
    }

    @Test
    void the_same_edit_again_leaves_no_second_trace() {
        UUID bookingId = books(Map.of("journey", Journeys.POTATOES));
        Map<String, Object> edit = Map.of("receiver", RECEIVER, "journey", Journeys.POTATOES);
        sender.patches(edit, bookingId).statusCode(200);
        sender.patches(edit, bookingId).statusCode(200);
        sender.gets("/api/bookings/{id}/history", bookingId).body("change", contains("CREATED", "EDITED"));
    }

    @ParameterizedTest(name = "what is {0} is not edited")
    @ValueSource(strings = {"CONFIRMED", "CANCELLED"})
    void only_a_draft_is_edited(String status) {
        UUID bookingId = books(Map.of("journey", Journeys.RIDE));
        if (status.equals("CONFIRMED")) {
            sender.does("confirm", bookingId).statusCode(200);
        } else {
            sender.does("cancel", bookingId, Map.of("reason", "rain")).statusCode(200);
        }
        sender.patches(Map.of("payerPhone", "+250788000079"), bookingId)
                .statusCode(409)
                .contentType("application/problem+json");
        sender.looksAt(bookingId).body("status", equalTo(status));
    }

    @Test
    void nobody_edits_for_the_sender() {
        UUID bookingId = books(Map.of("journey", Journeys.RIDE));
        Map<String, Object> edit = Map.of("payerPhone", "+250788000080");
        Someone.sender().patches(edit, bookingId).statusCode(404);
        Someone.sender("geo-connect").patches(edit, bookingId).statusCode(404);
        Someone.with(sender.id(), Role.DRIVER).patches(edit, bookingId).statusCode(403);
        Someone.with(Role.TENANT_ADMIN, Role.SENDER).patches(edit, bookingId).statusCode(403);
        given().contentType("application/json")
                .body(edit)
                .patch("/api/bookings/{id}", bookingId)
                .then()
                .statusCode(401);
    }

    @Test
    void what_is_confirmed_while_it_is_edited_is_either_edited_before_or_not_at_all() throws Exception {
        UUID bookingId = books(Map.of("journey", Journeys.RIDE));
        List<Integer> answers = AtOnce.run(List.of(
                () -> sender.patches(Map.of("payerPhone", "+250788000081"), bookingId)
                        .extract()
                        .statusCode(),
                () -> sender.does("confirm", bookingId).extract().statusCode()));

        boolean edited = answers.getFirst() == 200;
        assertThat(answers.getLast()).isEqualTo(200);
        assertThat(answers.getFirst()).isIn(200, 409);
        sender.gets("/api/bookings/{id}/history", bookingId)
                .body("change", edited ? contains("CREATED", "EDITED", "CONFIRMED") : contains("CREATED", "CONFIRMED"));
    }

    private UUID books(Map<String, ?> request) {
        return sender.posts(request, "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
    }

    private List<UUID> quoteOf(UUID bookingId) {
        return unitOfWork.read(
                sql -> sql.createQuery("select quote_id from booking where booking_id = :id and quote_id is not null")
                        .bind("id", bookingId)
                        .mapTo(UUID.class)
                        .list());
    }
}
