package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;

/** What was published is answered, to the tenant whose it is. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DRIVERS = "/api/analytics/drivers/leaderboard";
    private static final String REVENUE = "/api/analytics/revenue";
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("ishema_dead_letters_total\\{.*booking.events.*} (\\S+)");

    private final Published ours = Published.inNewTenant();
    private final UUID driver = UUID.randomUUID();

    @Test
    void a_delivery_shows_on_the_leaderboard_and_on_its_route() {
        Instant before = Instant.now();
        ours.deliveredBy(driver);

        JsonPath leaders = awaitDeliveries(1);
        assertThat(leaders.getString("drivers[0].driverId")).isEqualTo(driver.toString());
        assertThat(leaders.getLong("drivers[0].revenueFrancs")).isEqualTo(11_800);
        assertThat(leaders.getBoolean("complete")).isTrue();
        await().atMost(PATIENCE).until(() -> isCountedUpTo(before.minusMillis(1)));

        JsonPath routes = awaitFirst("/api/analytics/routes/top", "routes", 1);
        assertThat(routes.getString("routes[0].origin.district")).isEqualTo("25");
        assertThat(routes.getString("routes[0].destination.country")).isEqualTo("RW");
        assertThat(routes.getLong("routes[0].weightKg")).isEqualTo(500);
    }

    @Test
    void a_payment_shows_in_todays_revenue_and_in_all_days_together() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Africa/Kigali"));
        Published.publish(ours.newBooking().at(now).paid());
        Published.publish(ours.newBooking().at(now).paid());

        JsonPath day = awaitBookings(REVENUE + "?from=" + today + "&to=" + today, 2);
        assertThat(day.getLong("total.gross")).isEqualTo(23_600);
        assertThat(day.getLong("total.vat")).isEqualTo(3_600);
        assertThat(day.getLong("total.net")).isEqualTo(20_000);
        assertThat(day.getLong("rows[0].byKind.CARGO_DOMESTIC.bookings")).isEqualTo(2);
        assertThat(awaitBookings(REVENUE, 2).getList("rows")).isEmpty();
    }

    @Test
    void a_cancellation_takes_the_revenue_back() {
        BookingLife booking = ours.newBooking();
        Published.publish(booking.paid());
        awaitBookings(REVENUE, 1);

        Published.publish(booking.cancelled());

        await().atMost(PATIENCE).until(() -> ask(REVENUE).getLong("total.gross") == 0);
    }

    @Test
    void nobody_sees_another_tenants_figures() {
        ours.deliveredBy(driver);
        awaitDeliveries(1);

        String foreign = TestToken.of(Role.TENANT_ADMIN).tenant("other").sign();
        for (String path : new String[] {"/drivers/leaderboard", "/routes/top", "/revenue"}) {
            String answer = given().auth()
                    .oauth2(foreign)
                    .get("/api/analytics" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(answer).doesNotContain(driver.toString()).doesNotContain("11800");
        }
    }

    @Test
    void a_record_that_nobody_can_read_goes_to_the_dead_letters_and_the_next_one_counts() {
        UUID key = UUID.randomUUID();
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.BOOKING_EVENTS)) {
            EventSource.publishGarbage(Topics.BOOKING_EVENTS, key.toString());
            ours.paid();

            var record = dead.awaitRecord(heard -> key.toString().equals(heard.key()));
            assertThat(new String(
                            record.headers().lastHeader("dead-letter-cause").value(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("UnreadableEventException");
            awaitBookings(REVENUE, 1);
        }
    }

    @Test
    void a_price_in_dollars_goes_to_the_dead_letters_and_the_next_one_counts() {
        BookingLife dollars = ours.newBooking().in("USD");
        double before = countDeadLetters();
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.BOOKING_EVENTS)) {
            Published.publish(dollars.paid());
            ours.paid();

            dead.awaitRecord(heard -> dollars.bookingId().toString().equals(heard.key()));
            awaitBookings(REVENUE, 1);
            await().atMost(PATIENCE).until(() -> countDeadLetters() > before);
        }
    }

    @Test
    void the_limit_cuts_the_list() {
        ours.deliveredBy(driver);
        ours.deliveredBy(UUID.randomUUID());
        ours.deliveredBy(driver);
        awaitDeliveries(2);

        given().auth()
                .oauth2(token())
                .get("/api/analytics/drivers/leaderboard?limit=1")
                .then()
                .body("drivers", hasSize(1))
                .body("drivers[0].driverId", equalTo(driver.toString()))
                .body("drivers[0].rank", equalTo(1));
    }

    private JsonPath awaitDeliveries(long deliveries) {
        return awaitFirst(DRIVERS, "drivers", deliveries);
    }

    /** Each board waits for itself: they are counted in different partitions. */
    private JsonPath awaitFirst(String path, String board, long deliveries) {
        return await().atMost(PATIENCE)
                .until(
                        () -> ask(path),
                        answer -> !answer.getList(board).isEmpty()
                                && answer.getLong(board + "[0].deliveries") == deliveries);
    }

    private JsonPath awaitBookings(String path, long bookings) {
        return await().atMost(PATIENCE).until(() -> ask(path), answer -> answer.getLong("total.bookings") == bookings);
    }

    private boolean isCountedUpTo(Instant instant) {
        String asOf = ask(DRIVERS).getString("asOf");
        return asOf != null && !Instant.parse(asOf).isBefore(instant);
    }

    /** Dead letters of booking.events so far, by all tests, as monitoring reads it. */
    private static double countDeadLetters() {
        Matcher count = DEAD_LETTERS.matcher(given().get("/q/metrics").asString());
        return count.find() ? Double.parseDouble(count.group(1)) : 0;
    }

    private JsonPath ask(String path) {
        return given().auth()
                .oauth2(token())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String token() {
        return TestToken.of(Role.DISPATCHER).tenant(ours.tenant()).sign();
    }
}
