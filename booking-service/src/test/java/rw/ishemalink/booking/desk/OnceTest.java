package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.quote.api.PlaceRequest;
import rw.ishemalink.booking.quote.api.QuoteRequest;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** What is sent again, or twice at the same moment, happens once. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class OnceTest {

    private static final int STORM = 50;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BookingDesk desk;

    private final Someone sender = Someone.sender();

    @Test
    void fifty_requests_at_once_with_one_sync_id_are_one_booking_and_fifty_equal_answers() throws Exception {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> request = Journeys.booking(sender.quotes(Journeys.POTATOES), syncId);
        List<Response> answers =
                AtOnce.run(STORM, () -> sender.asks().body(request).post("/api/bookings"));

        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(count("select count(*) from booking where sync_id = :id", syncId))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where key = :id", bookingId(answers)))
                .isEqualTo(1);
    }

    @Test
    void a_repeated_sync_id_gives_the_first_answer_also_when_the_booking_has_moved_on() {
        Map<String, Object> request = Journeys.booking(sender.quotes(Journeys.RIDE), UUID.randomUUID());
        Response first = sender.asks().body(request).post("/api/bookings");
        sender.does("confirm", first.jsonPath().getUUID("bookingId")).statusCode(200);

        Response again = sender.asks().body(request).post("/api/bookings");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void a_repeated_sync_id_gives_the_first_answer_also_when_the_quote_has_expired_since() {
        UUID quoteId = sender.quotes(Journeys.RIDE);
        Map<String, Object> request = Journeys.booking(quoteId, UUID.randomUUID());
        sender.posts(request, "/api/bookings").statusCode(201);
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update quote set valid_until = now() where quote_id = :id")
                .bind("id", quoteId)
                .execute());

        sender.posts(request, "/api/bookings").statusCode(200);
        sender.posts(Journeys.booking(quoteId, UUID.randomUUID()), "/api/bookings")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:quote-expired"));
    }

    @Test
    void a_journey_booked_without_a_quote_is_booked_once_per_sync_id_too() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> request = Map.of("journey", Journeys.POTATOES, "syncId", syncId);
        Response first = sender.asks().body(request).post("/api/bookings");
        Response again = sender.asks().body(request).post("/api/bookings");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        sender.posts(Map.of("journey", Journeys.RIDE, "syncId", syncId), "/api/bookings")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:sync-id-reused"));
    }

    @Test
    void a_repeated_sync_id_gives_the_first_answer_also_when_the_time_wished_for_has_passed_since() {
        Caller caller = Caller.of(
                UUID.randomUUID(),
                Someone.TENANT,
                Set.of(Role.SENDER),
                Optional.of("+250788000001"),
                Optional.empty(),
                "rw",
                Optional.empty());
        UUID syncId = UUID.randomUUID();
        NewBooking passed = ride(syncId, Instant.EPOCH);
        Booked first = desk.book(caller, ride(syncId, Instant.now().plus(Duration.ofHours(1))));
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update booking set sync_fingerprint = :fingerprint where booking_id = :id")
                .bind("fingerprint", Fingerprint.of(passed))
                .bind("id", first.booking().bookingId())
                .execute());

        assertThat(desk.book(caller, passed)).isEqualTo(new Booked(first.booking(), true));
        assertThatThrownBy(() -> desk.book(caller, ride(UUID.randomUUID(), Instant.EPOCH)))
                .hasMessage("bad-schedule");
    }

    private static NewBooking ride(UUID syncId, Instant scheduledFor) {
        PlaceRequest from = new PlaceRequest(null, null, -1.9441, 30.0619, "Kimironko");
        PlaceRequest to = new PlaceRequest(null, null, -1.9706, 30.1044, "Remera");
        QuoteRequest journey = new QuoteRequest(BookingKind.RIDE, from, to, null, null, null, null, null);
        return new NewBooking(null, journey, null, null, null, null, null, scheduledFor, syncId, false);
    }

    @Test
    void another_request_under_the_same_sync_id_is_refused_with_409() {
        UUID syncId = UUID.randomUUID();
        sender.posts(Journeys.booking(sender.quotes(Journeys.RIDE), syncId), "/api/bookings")
                .statusCode(201);
        sender.posts(Journeys.booking(sender.quotes(Journeys.RIDE), syncId), "/api/bookings")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:sync-id-reused"));
    }

    @Test
    void two_senders_may_use_the_same_sync_id() {
        UUID syncId = UUID.randomUUID();
        for (Someone one : List.of(sender, Someone.sender(), Someone.sender("geo-connect"))) {
            one.posts(Journeys.booking(one.quotes(Journeys.RIDE), syncId), "/api/bookings")
                    .statusCode(201);
        }
    }

    @Test
    void of_two_confirmations_at_once_one_wins_and_the_other_is_told() throws Exception {
        UUID bookingId = sender.books(Journeys.RIDE);
        List<Response> answers = AtOnce.run(2, () -> sender.asks().post("/api/bookings/{id}/confirm", bookingId));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(count("select count(*) from booking_transition where booking_id = :id", bookingId))
                .isEqualTo(2);
        assertThat(count("select count(*) from outbox where topic = 'booking.events' and key = :id", bookingId))
                .isEqualTo(2);
    }

    private static UUID bookingId(List<Response> answers) {
        return answers.getFirst().jsonPath().getUUID("bookingId");
    }

    private long count(String query, UUID id) {
        return unitOfWork.read(
                sql -> sql.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }
}
