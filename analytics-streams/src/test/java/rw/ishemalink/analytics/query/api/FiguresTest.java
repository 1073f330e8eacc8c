package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** Half a ton of potatoes from Huye to Nyarugenge for 11,800 francs in two hours, a ride that was called off, and what every question says of them. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class FiguresTest {

    private static final String ANALYTICS = "/api/analytics";
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private final Published ours = Published.inNewTenant();

    /** Hours ago, so that nothing is in the future, and all of it on one day unless it is early in the morning. */
    private final Instant begin = Instant.now().minus(Duration.ofHours(3));

    private final BookingLife potatoes = ours.newBooking().at(begin);
    private final BookingLife ride = ours.newBooking().kind(BookingKind.RIDE).at(begin);
    private final LocalDate firstDay = LocalDate.ofInstant(begin, KIGALI);

    @BeforeEach
    void publish() {
        Published.publish(potatoes.paid());
        ours.paymentOf(potatoes, PaymentStatus.SUCCEEDED);
        Published.publish(potatoes.assignedTo(UUID.randomUUID()));
        Published.publish(potatoes.pickedUp());
        Published.publish(potatoes.later(Duration.ofHours(2)).delivered());
        Published.publish(ride.confirmed());
        Published.publish(ride.cancelled());
        ours.paymentOf(ride, PaymentStatus.EXPIRED);
    }

    @Test
    void routes_say_how_many_how_heavy_for_how_much_and_how_long() {
        JsonPath routes = ask(
                "/routes/top",
                answer -> !answer.getList("routes").isEmpty()
                        && answer.getLong("routes[0].deliveries") == 1
                        && answer.getInt("found") == 1);

        assertThat(routes.getString("routes[0].origin.district")).isEqualTo("25");
        assertThat(routes.getString("routes[0].destination.district")).isEqualTo("11");
        assertThat(routes.getLong("routes[0].bookings")).isEqualTo(1);
        assertThat(routes.getLong("routes[0].weightKg")).isEqualTo(500);
        assertThat(routes.getLong("routes[0].revenueFrancs")).isEqualTo(11_800);
        assertThat(routes.getLong("routes[0].netFrancs")).isEqualTo(10_000);
        assertThat(routes.getLong("routes[0].transit.meanSeconds")).isEqualTo(7_200);
        assertThat(routes.getLong("routes[0].transit.p90Seconds")).isBetween(7_000L, 7_400L);
        assertThat(routes.getBoolean("complete")).isTrue();
        assertThat(routes.getBoolean("standby")).isFalse();
        assertThat(routes.getLong("lagMillis")).isNotNegative();
    }

    @Test
    void zone_mode_and_days_leave_out_what_is_not_asked_for() {
        ask(
                "/routes/top?zone=RW-25&mode=CARGO_DOMESTIC",
                answer -> answer.getList("routes").size() == 1);
        ask(
                "/routes/top?zone=RW-2&from=" + firstDay,
                answer -> answer.getList("routes").size() == 1);

        for (String other : List.of("zone=RW-1", "zone=UG", "mode=TICKET", "from=2026-01-01&to=2026-01-31")) {
            assertThat(get("/routes/top?" + other).getList("routes")).isEmpty();
        }
    }

    @Test
    void commodities_say_what_was_carried() {
        JsonPath answer = ask(
                "/commodities/breakdown",
                some -> !some.getList("commodities").isEmpty() && some.getLong("commodities[0].weightKg") == 500);

        assertThat(answer.getString("commodities[0].commodity")).isEqualTo("irish-potatoes");
        assertThat(answer.getDouble("commodities[0].weightShare")).isEqualTo(1);
        assertThat(answer.getLong("commodities[0].revenueFrancs")).isEqualTo(11_800);
    }

    @Test
    void revenue_says_by_what_and_through_whom() {
        JsonPath all = ask(
                "/revenue",
                answer -> answer.getMap("byProvider").containsKey("MTN")
                        && answer.getLong("byProvider.MTN.gross") == 11_800);
        assertThat(all.getLong("total.net")).isEqualTo(10_000);
        assertThat(all.getLong("total.commission")).isZero();
        assertThat(all.getLong("byKind.CARGO_DOMESTIC.vat")).isEqualTo(1_800);
        assertThat(all.getLong("byOperator.none.bookings")).isEqualTo(1);
        assertThat(all.getList("rows")).isEmpty();
        assertThat(get("/revenue?mode=RIDE").getLong("total.bookings")).isZero();
    }

    @Test
    void revenue_has_rows_of_hours_days_or_months() {
        ask("/revenue", answer -> answer.getLong("total.gross") == 11_800);
        String from = "&from=" + firstDay;

        assertThat(get("/revenue?period=month" + from).getString("rows[0].begin"))
                .isEqualTo(YearMonth.from(firstDay).toString());
        assertThat(get("/revenue?period=day" + from).getString("rows[0].begin")).isEqualTo(firstDay.toString());
        assertThat(get("/revenue?period=hour" + from).getString("rows[0].begin"))
                .isEqualTo(begin.atZone(KIGALI).toLocalDateTime().toString().substring(0, 13) + ":00");
        assertThat(get("/revenue?period=hour" + from).getLong("rows[0].byKind.CARGO_DOMESTIC.gross"))
                .isEqualTo(11_800);
    }

    @Test
    void the_heatmap_says_where_and_at_which_hour() {
        JsonPath answer =
                ask("/revenue/heatmap", some -> !some.getList("districts").isEmpty());

        assertThat(answer.getString("districts[0].place")).isEqualTo("RW-25");
        assertThat(answer.getInt("districts[0].hour"))
                .isEqualTo(begin.atZone(KIGALI).getHour());
        assertThat(answer.getLong("districts[0].revenue.gross")).isEqualTo(11_800);
        // Nobody knows the point.
        assertThat(get("/revenue/heatmap?cells=true").getList("cells")).isEmpty();
        assertThat(get("/revenue/heatmap?zone=UG").getList("districts")).isEmpty();
    }

    @Test
    void patterns_have_all_hours_of_the_week() {
        JsonPath rides = ask("/rides/patterns", some -> sum(some, "hours.calledOff") == 1);
        assertThat(rides.getList("hours")).hasSize(168);
        assertThat(rides.getString("hours[0].day")).isEqualTo("MONDAY");
        assertThat(rides.getString("hours[167].day")).isEqualTo("SUNDAY");
        assertThat(rides.getInt("hours[167].hour")).isEqualTo(23);
        assertThat(sum(rides, "hours.created")).isEqualTo(1);

        JsonPath cargo = get("/rides/patterns?mode=CARGO_DOMESTIC&month=" + YearMonth.from(firstDay));
        assertThat(sum(cargo, "hours.grossFrancs")).isEqualTo(11_800);
    }

    @Test
    void payments_say_how_many_came() {
        JsonPath answer = ask(
                "/payments/success", some -> some.getLong("total.succeeded") == 1 && some.getLong("total.failed") == 1);

        assertThat(answer.getDouble("byProvider.MTN.successShare")).isEqualTo(0.5);
        assertThat(answer.getLong("total.attempts")).isEqualTo(2);
    }

    @Test
    void compliance_says_how_bookings_ended() {
        JsonPath answer = ask(
                "/compliance/status",
                some -> some.getLong("total.delivered") == 1 && some.getLong("total.calledOff") == 1);

        assertThat(answer.getLong("total.created")).isEqualTo(2);
        assertThat(answer.getDouble("total.completionShare")).isEqualTo(0.5);
        assertThat(answer.getLong("total.receipts")).isZero();
        assertThat(answer.getString("total.receiptsInTimeShare")).isNull();
        assertThat(answer.getLong("byKind.RIDE.calledOff")).isEqualTo(1);
        assertThat(get("/compliance/status?mode=RIDE").getLong("total.delivered"))
                .isZero();
    }

    @Test
    void a_month_is_on_one_page() {
        YearMonth month = YearMonth.from(firstDay);
        JsonPath answer = ask(
                "/monthly-summary?month=" + month,
                some -> some.getLong("figures.revenue.gross") == 11_800 && some.getLong("figures.created") == 2);

        assertThat(answer.getString("month")).isEqualTo(month.toString());
        assertThat(answer.getLong("before.created")).isZero();
        assertThat(answer.getString("change.created")).isNull();
        assertThat(get("/monthly-summary?month=" + month.plusMonths(1)).getDouble("change.created"))
                .isEqualTo(-1);
    }

    @Test
    void everybodys_figures_have_ours() {
        ask("/revenue", answer -> answer.getLong("total.gross") == 11_800);

        assertThat(get("/revenue?tenant=*").getLong("total.gross")).isGreaterThanOrEqualTo(11_800);
        assertThat(get("/routes/top?tenant=*&zone=RW-25").getLong("routes[0].revenueFrancs"))
                .isGreaterThanOrEqualTo(11_800);
    }

    @Test
    void a_bookings_timeline_has_what_each_service_told() {
        String path = ANALYTICS + "/bookings/" + potatoes.bookingId() + "/timeline";
        JsonPath answer = await().until(
                        () -> given().auth().oauth2(token()).get(path),
                        told -> told.statusCode() == 200
                                && told.jsonPath().getList("steps").size() == 5)
                .jsonPath();

        assertThat(answer.getString("status")).isEqualTo("DELIVERED");
        assertThat(answer.getList("steps.change")).contains("PAID", "ASSIGNED", "PICKED_UP", "DELIVERED", "SUCCEEDED");
        assertThat(answer.getList("steps.source")).contains("BOOKING", "PAYMENT");
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).sign())
                .get(path)
                .then()
                .statusCode(404);
    }

    private JsonPath ask(String path, Predicate<JsonPath> known) {
        return await().until(() -> get(path), known);
    }

    private JsonPath get(String path) {
        return given().auth()
                .oauth2(token())
                .get(ANALYTICS + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long sum(JsonPath answer, String list) {
        return answer.getList(list, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private String token() {
        return TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();
    }
}
