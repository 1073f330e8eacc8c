package rw.ishemalink.booking.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who is turned away, and how. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RefusalsTest {

    private final Someone sender = Someone.sender();

    @ParameterizedTest
    @ValueSource(strings = {"/api/bookings", "/api/bookings/00000000-0000-0000-0000-000000000001"})
    void without_a_token_there_is_401(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void with_an_expired_token_there_is_401() {
        Someone late =
                new Someone(sender.id(), TestToken.of(Role.SENDER).expired().sign());
        late.gets("/api/bookings").statusCode(401);
        late.posts(Journeys.RIDE, "/api/quotes").statusCode(401);
    }

    @Test
    void another_persons_booking_is_404() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        Someone stranger = Someone.sender();
        assertProblem(stranger.looksAt(bookingId), 404, "no-such-booking");
        assertProblem(stranger.gets("/api/bookings/{id}/history", bookingId), 404, "no-such-booking");
        assertProblem(stranger.does("confirm", bookingId), 404, "no-such-booking");
        assertProblem(cancels(stranger, bookingId), 404, "no-such-booking");
    }

    @Test
    void another_tenants_booking_is_404_even_for_its_admin() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        Someone admin = new Someone(
                UUID.randomUUID(),
                TestToken.of(Role.TENANT_ADMIN, Role.AUDITOR, Role.PLATFORM_ADMIN)
                        .tenant("tenant-" + UUID.randomUUID())
                        .sign());
        assertProblem(admin.looksAt(bookingId), 404, "no-such-booking");
        assertProblem(cancels(admin, bookingId), 404, "no-such-booking");
        admin.gets("/api/bookings").statusCode(200).body("items.size()", equalTo(0));
    }

    @ParameterizedTest(name = "a {0} may not {1}")
    @CsvSource({
        "DRIVER, confirm",
        "SENDER, accept",
        "DISPATCHER, pickup",
        "PLATFORM_ADMIN, border/arrive",
        "DRIVER, border/clear",
        "SENDER, deliver"
    })
    void the_wrong_role_is_403(Role role, String act) {
        UUID bookingId = sender.confirms(Journeys.COFFEE);
        Someone.with(sender.id(), role).does(act, bookingId).statusCode(403);
    }

    @Test
    void a_sender_assigns_nobody() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        sender.assigns(UUID.randomUUID(), bookingId).statusCode(403);
    }

    @Test
    void an_operator_cannot_ask_for_another_fleets_driver() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Drivers driver = Drivers.onboarded();
        Someone other = Someone.operatorOf(UUID.randomUUID());
        assertProblem(other.assigns(driver.driverId(), bookingId), 403, "not-your-action");
    }

    @Test
    void customs_know_nothing_of_journeys_inside_rwanda() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Someone inspector = Someone.with(Role.CUSTOMS_INSPECTOR);
        assertProblem(inspector.does("border/arrive", bookingId), 404, "no-such-booking");
    }

    @Test
    void a_driver_who_is_not_asked_does_not_see_the_booking() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Drivers driver = Drivers.onboarded();
        assertProblem(driver.person().does("pickup", bookingId), 404, "no-such-booking");
        assertProblem(driver.person().does("accept", bookingId), 404, "no-such-booking");
    }

    @Test
    void a_driver_nobody_heard_of_cannot_be_asked() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Someone dispatcher = Someone.with(Role.DISPATCHER);
        assertProblem(dispatcher.assigns(UUID.randomUUID(), bookingId), 409, "no-active-driver");
        assertProblem(Someone.with(Role.DRIVER).does("accept", bookingId), 404, "no-such-booking");
    }

    @Test
    void cargo_that_is_not_paid_gets_no_driver() {
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Drivers driver = Drivers.onboarded();
        assertProblem(Someone.with(Role.DISPATCHER).assigns(driver.driverId(), bookingId), 409, "not-paid");
    }

    @Test
    void what_has_ended_stays_as_it_is() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        cancels(sender, bookingId).statusCode(200).body("status", equalTo("CANCELLED"));
        assertProblem(cancels(sender, bookingId), 409, "booking-ended");
    }

    @Test
    void a_cancellation_needs_a_reason() {
        UUID bookingId = sender.books(Journeys.RIDE);
        sender.posts(Map.of("reason", " "), "/api/bookings/{id}/cancel", bookingId)
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
    }

    @Test
    void a_quote_of_another_person_cannot_be_booked() {
        UUID quoteId = sender.quotes(Journeys.POTATOES);
        assertProblem(Someone.sender().posts(Journeys.booking(quoteId), "/api/bookings"), 404, "no-such-quote");
    }

    @Test
    void an_export_needs_a_consignee() {
        Map<String, Object> request = Map.of("quoteId", sender.quotes(Journeys.COFFEE));
        assertProblem(sender.posts(request, "/api/bookings"), 400, "consignee-needed");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "commodity, gold, unknown-commodity",
        "borderPost, Dover, unknown-border-post",
        "commodity, , cargo-needed",
        "weightKg, , cargo-needed"
    })
    void a_journey_that_cannot_be_priced_is_400_and_says_what_to_mend(String field, String value, String code) {
        Map<String, Object> journey = new HashMap<>(Journeys.COFFEE);
        journey.put(field, value);
        assertProblem(sender.posts(journey, "/api/quotes"), 400, code);
    }

    @ParameterizedTest(name = "to {0} = {1}: {2}")
    @CsvSource({
        "CARGO_DOMESTIC, district, Paris, unknown-district",
        "CARGO_DOMESTIC, country, UG, district-needed",
        "CARGO_INTERNATIONAL, country, FR, unknown-country",
        "CARGO_INTERNATIONAL, district, 11, unknown-country",
        "RIDE, district, 11, point-needed"
    })
    void a_destination_that_does_not_fit_the_kind_is_400(String kind, String field, String value, String code) {
        Map<String, Object> journey = new HashMap<>(Journeys.COFFEE);
        journey.put("kind", kind);
        journey.put("origin", Map.of("district", "24", "latitude", -2.5, "longitude", 29.7));
        journey.put("destination", Map.of(field, value));
        assertProblem(sender.posts(journey, "/api/quotes"), 400, code);
    }

    @Test
    void a_ride_ends_in_rwanda() {
        Map<String, Object> journey = new HashMap<>(Journeys.RIDE);
        journey.put("destination", Map.of("latitude", 0.3163, "longitude", 32.5822));
        assertProblem(sender.posts(journey, "/api/quotes"), 400, "point-outside-rwanda");
    }

    @Test
    void problems_are_told_in_the_callers_language() {
        sender.asks()
                .header("Accept-Language", "fr")
                .get("/api/bookings/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", "fr")
                .body("title", startsWith("Réservation introuvable"));
    }

    private static ValidatableResponse cancels(Someone someone, UUID bookingId) {
        return someone.posts(Map.of("reason", "changed my mind"), "/api/bookings/{id}/cancel", bookingId);
    }

    private static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
