package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** Lists: page by page, and to each only what they may see. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PagesTest {

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @Test
    void pages_follow_each_other_from_the_newest_to_the_oldest_without_gap_or_repeat() {
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            booked.addFirst(sender.books(Journeys.RIDE).toString());
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            String query = after == null ? "" : "&after=" + after;
            JsonPath page = sender.gets("/api/bookings?limit=2" + query)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.bookingId", String.class));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen).isEqualTo(booked);
    }

    @Test
    void a_list_can_be_narrowed_to_a_status() {
        sender.books(Journeys.RIDE);
        UUID confirmed = sender.confirms(Journeys.RIDE);
        sender.gets("/api/bookings?status=CONFIRMED")
                .statusCode(200)
                .body("items.bookingId", contains(confirmed.toString()));
    }

    @Test
    void parameters_that_make_no_sense_are_400() {
        sender.gets("/api/bookings?limit=101").statusCode(400);
        sender.gets("/api/bookings?status=LOST")
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-parameter"));
        for (String cursor : List.of("x", "AAAA", "!!")) {
            sender.gets("/api/bookings?after={cursor}", cursor)
                    .statusCode(400)
                    .body("type", equalTo("urn:ishemalink:problem:unknown-cursor"));
        }
    }

    @Test
    void everybody_sees_what_concerns_them_and_nothing_else() {
        UUID ride = sender.confirms(Journeys.RIDE);
        UUID export = sender.confirms(Journeys.COFFEE);
        Drivers driver = Drivers.onboarded();
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), ride).statusCode(200);

        assertSees(driver.person(), ride, true);
        assertSees(driver.person(), export, false);
        assertSees(Someone.operatorOf(driver.operatorId()), ride, true);
        assertSees(Someone.operatorOf(driver.operatorId()), export, false);
        assertSees(Someone.operatorOf(UUID.randomUUID()), ride, false);
        assertSees(Someone.with(Role.CUSTOMS_INSPECTOR), export, true);
        assertSees(Someone.with(Role.CUSTOMS_INSPECTOR), ride, false);
        assertSees(Someone.with(Role.GOVERNMENT), ride, true);
        assertSees(Someone.sender(), ride, false);
    }

    @Test
    void staff_see_what_hangs_and_why() {
        UUID overdue = sender.confirms(Journeys.POTATOES);
        UUID punctual = sender.confirms(Journeys.POTATOES);
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update booking set step_deadline = now() - interval '1 second' where booking_id = :id")
                .bind("id", overdue)
                .execute());

        Someone.with(Role.DISPATCHER)
                .gets("/api/bookings?stuck=true&limit=100")
                .statusCode(200)
                .body("items.bookingId", hasItem(overdue.toString()))
                .body("items.bookingId", not(hasItem(punctual.toString())))
                .body("items.find { it.bookingId == '" + overdue + "' }.progress.step", equalTo("PAYMENT"));
    }

    @Test
    void what_hangs_is_not_for_senders() {
        sender.books(Journeys.RIDE);
        sender.gets("/api/bookings?stuck=true").statusCode(403);
        sender.gets("/api/bookings").statusCode(200).body("items[0].progress", nullValue());
    }

    /** In the list as by id: two ways to the same rule. */
    private static void assertSees(Someone someone, UUID bookingId, boolean sees) {
        someone.looksAt(bookingId).statusCode(sees ? 200 : 404);
        List<String> listed = someone.gets("/api/bookings?limit=100")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.bookingId", String.class);
        assertThat(listed.contains(bookingId.toString())).isEqualTo(sees);
    }
}
