package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Buyer;

/** The taxpayer that buys, for a receipt that it can deduct. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BuyerTest {

    private static final Map<String, Object> BUYER =
            Map.of("tin", "100000001", "name", "Huye Coffee Ltd", "purchaseCode", "A1B2C3");

    private final Someone sender = Someone.sender();

    @Test
    void a_booking_names_its_buyer_and_tells_of_it() {
        UUID bookingId = books(Map.of("journey", Journeys.POTATOES, "buyer", BUYER));
        sender.looksAt(bookingId)
                .body("buyer.tin", equalTo("100000001"))
                .body("buyer.name", equalTo("Huye Coffee Ltd"))
                .body("buyer.purchaseCode", equalTo("A1B2C3"));
        sender.does("confirm", bookingId).statusCode(200);
        try (EventTap tap = EventTap.on(Topics.BOOKING_EVENTS)) {
            BookingEvent told = tap.awaitOne(
                    BookingEvent.class,
                    event -> event.getBooking().getBookingId().equals(bookingId)
                            && event.getChange() == BookingChange.CONFIRMED);
            assertThat(told.getBooking().getBuyer()).isEqualTo(new Buyer("100000001", "Huye Coffee Ltd", "A1B2C3"));
        }
    }

    @Test
    void a_draft_takes_on_a_buyer_and_drops_it_again_and_what_is_confirmed_keeps_its_own() {
        UUID bookingId = books(Map.of("journey", Journeys.RIDE));
        sender.patches(Map.of("buyer", BUYER), bookingId).statusCode(200).body("buyer.tin", equalTo("100000001"));
        sender.patches(Map.of("payerPhone", "+250788000079"), bookingId).body("buyer.tin", equalTo("100000001"));
        sender.patches(Map.of("drop", List.of("BUYER")), bookingId)
                .statusCode(200)
                .body("buyer", nullValue());
        sender.does("confirm", bookingId).statusCode(200);
        sender.patches(Map.of("buyer", BUYER), bookingId).statusCode(409);
        sender.looksAt(bookingId).body("buyer", nullValue());
    }

    @Test
    void the_purchase_code_is_not_shown_to_the_driver_nor_to_customs() {
        Trip trip = Trip.assigned(
                sender, Map.of("journey", Journeys.COFFEE, "consignee", Journeys.CONSIGNEE, "buyer", BUYER));
        Someone inspector = Someone.with(Role.CUSTOMS_INSPECTOR);
        for (Someone someone : List.of(trip.driver().person(), inspector, Someone.with(Role.GOVERNMENT))) {
            String seen =
                    someone.looksAt(trip.bookingId()).statusCode(200).extract().asString();
            assertThat(seen).contains(trip.bookingId().toString()).doesNotContain("A1B2C3", "buyer");
            assertThat(someone.gets("/api/bookings").statusCode(200).extract().asString())
                    .doesNotContain("A1B2C3");
        }
        String pickedUp = trip.driver()
                .person()
                .does("pickup", trip.bookingId())
                .statusCode(200)
                .extract()
                .asString();
        assertThat(pickedUp).doesNotContain("A1B2C3");
        Someone.with(Role.DISPATCHER).looksAt(trip.bookingId()).body("buyer.purchaseCode", equalTo("A1B2C3"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "tin, 12345678",
        "tin, 1234567890",
        "tin, 12345678A",
        "tin, ",
        "name, ' '",
        "name, ",
        "purchaseCode, A1B2C",
        "purchaseCode, A1B2C3D",
        "purchaseCode, A1-2C3",
        "purchaseCode, "
    })
    void a_buyer_is_whole_or_not_there_at_all(String field, String value) {
        Map<String, Object> buyer = new HashMap<>(BUYER);
        buyer.put(field, value);
        UUID draft = books(Map.of("journey", Journeys.RIDE));
        for (String language : List.of("en", "fr", "rw")) {
            sender.asks()
                    .header("Accept-Language", language)
                    .body(Map.of("journey", Journeys.RIDE, "buyer", buyer))
                    .post("/api/bookings")
                    .then()
                    .statusCode(400)
                    .header("Content-Language", language)
                    .body("type", equalTo("urn:ishemalink:problem:invalid-input"))
                    .body("errors.field", hasItem("buyer." + field));
        }
        sender.patches(Map.of("buyer", buyer), draft).statusCode(400).body("errors.field", hasItem("buyer." + field));
    }

    @Test
    void another_person_does_not_name_the_buyer() {
        UUID draft = books(Map.of("journey", Journeys.RIDE));
        Someone.sender().patches(Map.of("buyer", BUYER), draft).statusCode(404);
        Someone.with(sender.id(), Role.DRIVER)
                .patches(Map.of("buyer", BUYER), draft)
                .statusCode(403);
    }

    private UUID books(Map<String, ?> request) {
        return sender.posts(request, "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
    }
}
