package rw.ishemalink.booking.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;

/** Carnet, seals and holds of exports, as people meet them. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomsStoryTest {

    private static final Map<String, Object> COFFEE =
            Map.of("journey", Journeys.COFFEE, "consignee", Journeys.CONSIGNEE);

    private final Someone sender = Someone.sender();
    private final Someone inspector = Someone.with(Role.CUSTOMS_INSPECTOR);

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void what_customs_hold_is_not_cleared_before_every_hold_is_released_with_a_reason() {
        UUID bookingId = atTheBorder();
        Someone other = Someone.with(Role.CUSTOMS_INSPECTOR);
        holds(inspector, bookingId, "papers missing").statusCode(200).body("status", equalTo("AT_BORDER"));
        UUID second = holds(other, bookingId, "weight differs")
                .statusCode(200)
                .body("export.holds.reason", contains("papers missing", "weight differs"))
                .extract()
                .jsonPath()
                .getUUID("export.holds[1].holdId");
        UUID first = inspector.looksAt(bookingId).extract().jsonPath().getUUID("export.holds[0].holdId");

        assertProblem(inspector.does("border/clear", bookingId), 409, "held-at-border");
        releases(other, bookingId, first, "papers shown").statusCode(200);
        assertProblem(inspector.does("border/clear", bookingId), 409, "held-at-border");
        assertProblem(releases(other, bookingId, UUID.randomUUID(), "which?"), 409, "no-such-hold");
        releases(inspector, bookingId, second, "weighed again")
                .statusCode(200)
                .body("export.holds.released.reason", contains("papers shown", "weighed again"));
        inspector.does("border/clear", bookingId).statusCode(200).body("status", equalTo("IN_TRANSIT"));

        sender.gets("/api/bookings/{id}/history", bookingId)
                .body("findAll { it.change == 'HELD_AT_BORDER' }.reason", contains("papers missing", "weight differs"))
                .body("findAll { it.change == 'HELD_AT_BORDER' }.by", contains(id(inspector), id(other)))
                .body("findAll { it.change == 'HOLD_RELEASED' }.reason[0]", equalTo("hold " + first + ": papers shown"))
                .body("find { it.change == 'HELD_AT_BORDER' }.role", equalTo("CUSTOMS_INSPECTOR"));
        assertThat(ledger("select act || ' ' || reason from border_hold where booking_id = :id", bookingId))
                .containsExactlyInAnyOrder(
                        "HELD papers missing",
                        "HELD weight differs",
                        "RELEASED papers shown",
                        "RELEASED weighed again");
    }

    @Test
    void a_hold_and_its_release_are_told_with_the_reason() {
        UUID bookingId = atTheBorder();
        UUID holdId = holds(inspector, bookingId, "papers missing")
                .extract()
                .jsonPath()
                .getUUID("export.holds[0].holdId");
        releases(inspector, bookingId, holdId, "papers shown").statusCode(200);
        inspector.does("border/clear", bookingId).statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            tap.awaitOne(BookingEvent.class, event -> is(event, bookingId, BookingChange.LEFT_BORDER));
            List<BookingEvent> border = tap.listFor(bookingId, BookingEvent.class).stream()
                    .dropWhile(event -> event.getChange() != BookingChange.ARRIVED_AT_BORDER)
                    .toList();
            assertThat(border)
                    .extracting(BookingEvent::getChange)
                    .containsExactly(
                            BookingChange.ARRIVED_AT_BORDER,
                            BookingChange.HELD_AT_BORDER,
                            BookingChange.HOLD_RELEASED,
                            BookingChange.LEFT_BORDER);
            assertThat(border.get(1).getReason()).isEqualTo("papers missing");
            assertThat(border.get(1).getBooking().getStatus()).isEqualTo(BookingStatus.AT_BORDER);
            assertThat(border.get(2).getReason()).isEqualTo("hold " + holdId + ": papers shown");
        }
    }

    @Test
    void what_is_sent_again_gives_the_same_answer_and_leaves_no_trace() {
        UUID bookingId = onTheRoad();
        for (int time = 0; time < 2; time++) {
            seals(inspector, bookingId, "RRA-7").statusCode(200).body("export.seals", hasSize(1));
        }
        for (int time = 0; time < 2; time++) {
            inspector.does("border/arrive", bookingId).statusCode(200).body("status", equalTo("AT_BORDER"));
        }
        for (int time = 0; time < 2; time++) {
            holds(inspector, bookingId, "papers missing").statusCode(200).body("export.holds", hasSize(1));
        }
        UUID holdId = inspector.looksAt(bookingId).extract().jsonPath().getUUID("export.holds[0].holdId");
        for (int time = 0; time < 2; time++) {
            releases(inspector, bookingId, holdId, "papers shown").statusCode(200);
        }
        for (int time = 0; time < 2; time++) {
            inspector.does("border/clear", bookingId).statusCode(200).body("status", equalTo("IN_TRANSIT"));
        }
        sender.gets("/api/bookings/{id}/history", bookingId)
                .body(
                        "change.drop(7)",
                        contains("SEALED", "ARRIVED_AT_BORDER", "HELD_AT_BORDER", "HOLD_RELEASED", "LEFT_BORDER"));
    }

    @Test
    void nothing_is_held_or_cleared_that_is_not_at_the_border() {
        UUID bookingId = onTheRoad();
        assertProblem(holds(inspector, bookingId, "papers missing"), 409, "wrong-status");
        assertProblem(inspector.does("border/clear", bookingId), 409, "wrong-status");
    }

    @Test
    void the_declarant_gives_carnet_and_seals_until_the_departure_and_customs_go_on() {
        Trip trip = Trip.assigned(sender, COFFEE);
        UUID bookingId = trip.bookingId();
        carnet(sender, bookingId, "RCTG/RW/2026/000123").statusCode(200);
        seals(sender, bookingId, "CAR-1", "CARRIER")
                .statusCode(200)
                .body("export.seals[0].placedByRole", equalTo("SENDER"));
        trip.pickedUp();

        assertProblem(carnet(sender, bookingId, "RCTG/RW/2026/000124"), 409, "departed");
        assertProblem(seals(sender, bookingId, "CAR-2", "CARRIER"), 409, "departed");
        assertProblem(breaks(sender, bookingId, "CAR-1", Map.of("reason", "lost")), 409, "departed");
        seals(inspector, bookingId, "KE-9", "RECTS").statusCode(200);
        breaks(inspector, bookingId, "CAR-1", Map.of("reason", "wire cut", "replacement", "RRA-8", "kind", "CUSTOMS"))
                .statusCode(200)
                .body("export.rctgReference", equalTo("RCTG/RW/2026/000123"))
                .body("export.seals.number", contains("CAR-1", "KE-9", "RRA-8"))
                .body("export.seals.kind", contains("CARRIER", "RECTS", "CUSTOMS"))
                .body("export.seals[0].broken.reason", equalTo("wire cut"))
                .body("export.seals[0].replacedBy", equalTo("RRA-8"))
                .body("export.seals[1].broken", nullValue());

        assertThat(ledger("select act || ' ' || number from booking_seal where booking_id = :id", bookingId))
                .containsExactlyInAnyOrder("PLACED CAR-1", "PLACED KE-9", "BROKEN CAR-1", "PLACED RRA-8");
        sender.gets("/api/bookings/{id}/history", bookingId)
                .body("reason", hasItem("RCTG RCTG/RW/2026/000123"))
                .body("reason", hasItem("seal CAR-1: wire cut; replaced by RRA-8"));
    }

    @Test
    void the_event_names_the_seals_that_are_on_and_the_carnet() {
        UUID bookingId = Trip.assigned(sender, COFFEE).bookingId();
        carnet(sender, bookingId, "RCTG/RW/2026/000200").statusCode(200);
        seals(inspector, bookingId, "RRA-20").statusCode(200);
        breaks(inspector, bookingId, "RRA-20", Map.of("reason", "opened", "replacement", "RRA-21"))
                .statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            BookingEvent told = tap.awaitOne(
                    BookingEvent.class,
                    event -> is(event, bookingId, BookingChange.SEAL_BROKEN)
                            && event.getBooking().getExport().getSeals().equals(List.of("RRA-21")));
            assertThat(told.getBooking().getExport().getRctgReference()).isEqualTo("RCTG/RW/2026/000200");
            assertThat(told.getFrom()).isEqualTo(BookingStatus.ASSIGNED);
            assertThat(told.getBooking().getStatus()).isEqualTo(BookingStatus.ASSIGNED);
        }
    }

    @Test
    void a_seal_number_is_used_once() {
        UUID bookingId = onTheRoad();
        seals(inspector, bookingId, "RRA-30").statusCode(200);
        assertProblem(seals(inspector, bookingId, "RRA-30", "RECTS"), 409, "seal-known");
        breaks(inspector, bookingId, "RRA-30", Map.of("reason", "cut")).statusCode(200);
        breaks(inspector, bookingId, "RRA-30", Map.of("reason", "cut")).statusCode(200);
        assertProblem(breaks(inspector, bookingId, "RRA-30", Map.of("reason", "rust")), 409, "seal-broken");
        assertProblem(seals(inspector, bookingId, "RRA-30"), 409, "seal-known");
        assertProblem(breaks(inspector, bookingId, "RRA-31", Map.of("reason", "cut")), 409, "no-such-seal");
    }

    @Test
    void seals_and_holds_on_record_are_only_added_to_and_what_is_held_cannot_go_on() {
        UUID bookingId = atTheBorder();
        seals(inspector, bookingId, "RRA-40").statusCode(200);
        holds(inspector, bookingId, "papers missing").statusCode(200);
        assertRefused("update booking_seal set number = 'X' where booking_id = :id", bookingId, "only added to");
        assertRefused("delete from border_hold where booking_id = :id", bookingId, "only added to");
        assertRefused(
                "update booking set status = 'IN_TRANSIT' where booking_id = :id",
                bookingId,
                "what_is_held_stands_at_the_border");
    }

    @ParameterizedTest(name = "a {0} may not {1}")
    @CsvSource({
        "SENDER, border/hold",
        "DRIVER, border/hold",
        "TENANT_ADMIN, border/arrive",
        "GOVERNMENT, border/hold",
        "AUDITOR, border/clear",
        "DISPATCHER, seals",
        "DRIVER, seals",
        "DRIVER, seals/RRA-50/break",
        "TENANT_ADMIN, seals/RRA-50/break",
        "GOVERNMENT, seals"
    })
    void the_wrong_role_at_the_border_is_403(Role role, String act) {
        UUID bookingId = atTheBorder();
        Map<String, Object> body =
                act.equals("seals") ? Map.of("number", "RRA-50", "kind", "CUSTOMS") : Map.of("reason", "because");
        Someone.with(sender.id(), role).does(act, bookingId, body).statusCode(403);
        Someone.with(sender.id(), role)
                .does("border/holds/" + UUID.randomUUID() + "/release", bookingId, Map.of("reason", "x"))
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRIVER", "CUSTOMS_INSPECTOR", "DISPATCHER"})
    void only_who_declares_gives_the_carnet(Role role) {
        UUID bookingId = Trip.assigned(sender, COFFEE).bookingId();
        carnet(Someone.with(role), bookingId, "RCTG/RW/1").statusCode(403);
        assertProblem(carnet(Someone.sender(), bookingId, "RCTG/RW/1"), 404, "no-such-booking");
    }

    @Test
    void another_tenants_or_another_persons_export_is_404() {
        UUID bookingId = atTheBorder();
        Someone stranger = new Someone(
                UUID.randomUUID(),
                TestToken.of(Role.CUSTOMS_INSPECTOR)
                        .tenant("tenant-" + UUID.randomUUID())
                        .sign());
        assertProblem(holds(stranger, bookingId, "papers missing"), 404, "no-such-booking");
        assertProblem(seals(stranger, bookingId, "RRA-60"), 404, "no-such-booking");
        assertProblem(stranger.does("border/clear", bookingId), 404, "no-such-booking");
        assertProblem(releases(stranger, bookingId, UUID.randomUUID(), "x"), 404, "no-such-booking");
        assertProblem(seals(Someone.sender(), bookingId, "RRA-61"), 404, "no-such-booking");
        assertProblem(breaks(Someone.sender(), bookingId, "RRA-61", Map.of("reason", "x")), 404, "no-such-booking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "border/arrive",
                "border/hold",
                "border/clear",
                "border/holds/1/release",
                "seals",
                "seals/1/break"
            })
    void without_a_token_there_is_401(String act) {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/bookings/{id}/" + act, UUID.randomUUID())
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("reference", "RCTG/RW/1"))
                .put("/api/bookings/{id}/carnet", UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void a_hold_a_release_a_seal_and_a_carnet_say_what_is_missing() {
        UUID bookingId = atTheBorder();
        inspector
                .does("border/hold", bookingId, Map.of("reason", " "))
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        inspector.does("border/hold", bookingId).statusCode(400);
        releases(inspector, bookingId, UUID.randomUUID(), "").statusCode(400);
        seals(inspector, bookingId, "no spaces please").statusCode(400).body("errors.field", hasItem("number"));
        seals(inspector, bookingId, "RRA-1", "WAX").statusCode(400);
        carnet(sender, bookingId, "/").statusCode(400).body("errors.field", hasItem("reference"));
        breaks(inspector, bookingId, "RRA-1", Map.of()).statusCode(400).body("errors.field", hasItem("reason"));
    }

    @Test
    void a_booking_inside_rwanda_has_no_carnet_and_no_seals() {
        UUID bookingId =
                Trip.assigned(sender, Map.of("journey", Journeys.POTATOES)).bookingId();
        assertProblem(carnet(sender, bookingId, "RCTG/RW/1"), 409, "no-border");
        assertProblem(seals(sender, bookingId, "RRA-70"), 409, "no-border");
        sender.looksAt(bookingId).body("export", nullValue());
    }

    @Test
    void problems_at_the_border_are_told_in_the_callers_language() {
        UUID bookingId = onTheRoad();
        for (Map.Entry<String, String> told :
                Map.of("fr", "Scellé", "rw", "Iyo kashe").entrySet()) {
            inspector
                    .asks()
                    .header("Accept-Language", told.getKey())
                    .body(Map.of("reason", "cut"))
                    .post("/api/bookings/{id}/seals/RRA-80/break", bookingId)
                    .then()
                    .statusCode(409)
                    .body("title", containsString(told.getValue()));
        }
    }

    private UUID onTheRoad() {
        return Trip.assigned(sender, COFFEE).pickedUp().bookingId();
    }

    private UUID atTheBorder() {
        UUID bookingId = onTheRoad();
        inspector.does("border/arrive", bookingId).statusCode(200).body("export", notNullValue());
        return bookingId;
    }

    private static ValidatableResponse holds(Someone someone, UUID bookingId, String reason) {
        return someone.does("border/hold", bookingId, Map.of("reason", reason));
    }

    private static ValidatableResponse releases(Someone someone, UUID bookingId, UUID holdId, String reason) {
        return someone.does("border/holds/" + holdId + "/release", bookingId, Map.of("reason", reason));
    }

    private static ValidatableResponse seals(Someone someone, UUID bookingId, String number) {
        return seals(someone, bookingId, number, "CUSTOMS");
    }

    private static ValidatableResponse seals(Someone someone, UUID bookingId, String number, String kind) {
        return someone.does("seals", bookingId, Map.of("number", number, "kind", kind));
    }

    private static ValidatableResponse breaks(Someone someone, UUID bookingId, String number, Map<String, Object> how) {
        return someone.does("seals/" + number + "/break", bookingId, how);
    }

    private static ValidatableResponse carnet(Someone someone, UUID bookingId, String reference) {
        return someone.asks()
                .body(Map.of("reference", reference))
                .put("/api/bookings/{id}/carnet", bookingId)
                .then();
    }

    private static String id(Someone someone) {
        return someone.id().toString();
    }

    private static boolean is(BookingEvent event, UUID bookingId, BookingChange change) {
        return event.getBooking().getBookingId().equals(bookingId) && event.getChange() == change;
    }

    private List<String> ledger(String query, UUID bookingId) {
        return unitOfWork.read(sql ->
                sql.createQuery(query).bind("id", bookingId).mapTo(String.class).list());
    }

    private void assertRefused(String statement, UUID bookingId, String why) {
        assertThatThrownBy(() -> unitOfWork.run(tx ->
                        tx.sql().createUpdate(statement).bind("id", bookingId).execute()))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining(why);
    }

    private static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .body("type", equalTo("urn:ishemalink:problem:" + code))
                .body("detail", not(containsString("{0}")));
    }
}
