package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;

/** Bookings for later. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LaterTest {

    private final Someone sender = Someone.sender();
    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);

    @Test
    void a_driver_is_sought_for_the_time_wished_for_and_not_before() {
        UUID bookingId = books(Map.of("scheduledFor", tomorrow.toString()));
        sender.looksAt(bookingId).body("scheduledFor", equalTo(tomorrow.toString()));
        sender.does("confirm", bookingId).statusCode(200);
        Facts.about(bookingId).paid().receipt("L 1").show("receipt.number", "L 1");

        Someone dispatcher = Someone.with(Role.DISPATCHER);
        dispatcher
                .assigns(Drivers.onboarded().driverId(), bookingId)
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:scheduled-later"));
        String trackingCode = sender.looksAt(bookingId).extract().path("trackingCode");
        Map<String, String> progress = dispatcher
                .gets("/api/bookings?trackingCode={code}", trackingCode)
                .statusCode(200)
                .extract()
                .path("items[0].progress");
        assertThat(progress).containsEntry("step", "ASSIGNMENT");
        assertThat(Instant.parse(progress.get("deadline"))).isEqualTo(tomorrow.plus(Duration.ofHours(4)));
    }

    @Test
    void what_was_wished_for_without_network_and_has_passed_is_wanted_as_soon_as_can_be() {
        Instant passed = Instant.now().minus(Duration.ofHours(6));
        UUID bookingId = books(Map.of("scheduledFor", passed.toString(), "offlineCreated", true));
        sender.looksAt(bookingId).body("scheduledFor", nullValue()).body("offlineCreated", equalTo(true));
    }

    @Test
    void the_wish_of_a_draft_can_be_changed_and_dropped() {
        UUID bookingId = books(Map.of("scheduledFor", tomorrow.toString()));
        Instant later = tomorrow.plus(Duration.ofDays(2));
        sender.patches(Map.of("scheduledFor", later.toString()), bookingId)
                .body("scheduledFor", equalTo(later.toString()));
        sender.patches(Map.of("drop", List.of("SCHEDULED_FOR")), bookingId).body("scheduledFor", nullValue());
    }

    @Test
    void a_list_can_be_narrowed_to_what_is_wished_for_in_a_time() {
        UUID first = books(Map.of("scheduledFor", tomorrow.toString()));
        books(Map.of("scheduledFor", tomorrow.plus(Duration.ofHours(2)).toString()));
        books(Map.of());
        sender.gets(
                        "/api/bookings?scheduledFrom={from}&scheduledTo={to}",
                        tomorrow.toString(),
                        tomorrow.plus(Duration.ofHours(2)).toString())
                .statusCode(200)
                .body("items.bookingId", contains(first.toString()));
    }

    private UUID books(Map<String, ?> wishes) {
        Map<String, Object> request = new HashMap<>(wishes);
        request.put("journey", Journeys.POTATOES);
        return sender.posts(request, "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
    }
}
