package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** What drivers did is told to whom it concerns, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DriversTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DRIVERS = "/api/analytics/drivers";
    private static final String LEADERS = DRIVERS + "/leaderboard";
    private static final String PERFORMANCE = DRIVERS + "/performance";

    private final Published ours = Published.inNewTenant();
    private final UUID uwase = UUID.randomUUID();
    private final UUID mugisha = UUID.randomUUID();
    private final UUID fleet = UUID.randomUUID();
    private final Instant when = Instant.now();

    /** Mugisha brought one for the fleet, Uwase two, one of them for the fleet. */
    @BeforeEach
    void deliver() {
        deliver(uwase, ours.newBooking());
        deliver(uwase, ours.newBooking().drivenFor(fleet));
        deliver(mugisha, ours.newBooking().drivenFor(fleet));
        await().atMost(PATIENCE)
                .until(() ->
                        ask(auditor(), LEADERS).getList("drivers.deliveries").equals(List.of(2, 1)));
    }

    private void deliver(UUID driver, BookingLife booking) {
        booking.at(when);
        Published.publish(booking.paid());
        Published.publish(booking.assignedTo(driver));
        Published.publish(booking.pickedUp());
        Published.publish(booking.later(Duration.ofHours(1)).delivered());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(when.plus(Duration.ofHours(1)), ZoneId.of("Africa/Kigali"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"by=deliveries", "by=revenue", "period=month", "period=day", "district=25", "district=RW-25"})
    void who_did_more_leads_every_board(String which) {
        JsonPath leaders = ask(auditor(), LEADERS + "?date=" + day() + "&" + which);

        assertThat(leaders.getList("drivers.driverId")).containsExactly(uwase.toString(), mugisha.toString());
        assertThat(leaders.getInt("drivers[0].revenueFrancs")).isEqualTo(23_600);
        assertThat(leaders.getInt("drivers[0].weightKg")).isEqualTo(1_000);
        assertThat(leaders.getInt("of")).isEqualTo(2);
        assertThat(leaders.getBoolean("complete")).isTrue();
    }

    @Test
    void a_day_on_which_nobody_drove_and_a_board_with_too_few_ratings_are_empty() {
        assertThat(ask(auditor(), LEADERS + "?period=day&date=" + day().minusDays(1))
                        .getList("drivers"))
                .isEmpty();
        assertThat(ask(auditor(), LEADERS + "?period=day&date=2024-03-10").getList("drivers"))
                .isEmpty();
        assertThat(ask(auditor(), LEADERS + "?by=rating").getList("drivers")).isEmpty();
        assertThat(ask(auditor(), LEADERS + "?district=11").getList("drivers")).isEmpty();
    }

    /** Of district and operator together no index is kept: it is read from the cells. */
    @Test
    void a_board_may_be_narrowed_twice() {
        JsonPath leaders = ask(auditor(), LEADERS + "?district=25&operator=" + fleet);

        assertThat(leaders.getList("drivers.deliveries")).isEqualTo(List.of(1, 1));
        assertThat(ask(auditor(), DRIVERS + "/" + uwase + "/rank?district=25&operator=" + fleet)
                        .getInt("of"))
                .isEqualTo(2);
    }

    @Test
    void a_driver_learns_the_own_rank_and_nobody_elses() {
        String driver =
                TestToken.of(Role.DRIVER).person(mugisha).tenant(ours.tenant()).sign();

        JsonPath rank = ask(driver, DRIVERS + "/" + mugisha + "/rank");
        assertThat(rank.getInt("rank")).isEqualTo(2);
        assertThat(rank.getInt("of")).isEqualTo(2);
        assertThat(rank.getInt("deliveries")).isEqualTo(1);
        assertThat(rank.getBoolean("complete")).isTrue();
        assertThat(ask(driver, PERFORMANCE + "?driver=" + mugisha).getList("drivers.driverId"))
                .containsExactly(mugisha.toString());
        refused(driver, DRIVERS + "/" + uwase + "/rank");
        refused(driver, PERFORMANCE + "?driver=" + uwase);
        refused(driver, PERFORMANCE);
        refused(driver, LEADERS);
        refused(driver, DRIVERS + "/" + mugisha + "/rank?tenant=*");
    }

    @Test
    void who_delivered_nothing_is_told_so_and_others_are_told_that_there_is_nobody() {
        UUID nobody = UUID.randomUUID();
        String itself =
                TestToken.of(Role.DRIVER).person(nobody).tenant(ours.tenant()).sign();

        unknown(auditor(), DRIVERS + "/" + nobody + "/rank");
        JsonPath rank = ask(itself, DRIVERS + "/" + nobody + "/rank");
        assertThat(rank.getString("rank")).isNull();
        assertThat(rank.getInt("deliveries")).isZero();
        assertThat(rank.getInt("of")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR", "DISPATCHER"})
    void whoever_runs_a_fleet_sees_what_was_driven_for_it(Role role) {
        String runs = TestToken.of(role).operator(fleet).tenant(ours.tenant()).sign();

        assertThat(ask(runs, LEADERS).getList("drivers.deliveries")).isEqualTo(List.of(1, 1));
        assertThat(ask(runs, DRIVERS + "/" + uwase + "/rank").getInt("deliveries"))
                .isEqualTo(1);
        assertThat(ask(runs, PERFORMANCE).getList("drivers.deliveries")).isEqualTo(List.of(1, 1));
        assertThat(ask(runs, PERFORMANCE + "?driver=" + uwase).getList("drivers.deliveries"))
                .isEqualTo(List.of(1));
        UUID otherFleet = UUID.randomUUID();
        refused(runs, LEADERS + "?operator=" + otherFleet);
        refused(runs, DRIVERS + "/" + uwase + "/rank?operator=" + otherFleet);
        refused(runs, PERFORMANCE + "?operator=" + otherFleet);
        refused(runs, LEADERS + "?tenant=*");
    }

    @Test
    void another_fleet_sees_nobody() {
        String other = TestToken.of(Role.OPERATOR)
                .operator(UUID.randomUUID())
                .tenant(ours.tenant())
                .sign();

        assertThat(ask(other, LEADERS).getList("drivers")).isEmpty();
        assertThat(ask(other, PERFORMANCE).getList("drivers")).isEmpty();
        unknown(other, DRIVERS + "/" + uwase + "/rank");
        refused(TestToken.of(Role.OPERATOR).tenant(ours.tenant()).sign(), LEADERS);
    }

    @Test
    void the_state_sees_all_tenants_and_a_tenant_only_its_own() {
        String state = TestToken.of(Role.GOVERNMENT).tenant("other").sign();
        JsonPath rank = ask(state, DRIVERS + "/" + uwase + "/rank?tenant=*");
        assertThat(rank.getInt("deliveries")).isEqualTo(2);
        assertThat(rank.getInt("rank")).isPositive();
        assertThat(ask(state, LEADERS + "?tenant=*").getList("drivers")).isNotEmpty();
        assertThat(ask(state, PERFORMANCE + "?tenant=*&driver=" + uwase).getList("drivers.deliveries"))
                .isEqualTo(List.of(2));

        String tenantAdmin = TestToken.of(Role.TENANT_ADMIN).tenant("other").sign();
        unknown(tenantAdmin, DRIVERS + "/" + uwase + "/rank");
        for (String path : List.of(LEADERS, PERFORMANCE, DRIVERS + "/" + uwase + "/rank")) {
            refused(tenantAdmin, path + "?tenant=*");
            refused(tenantAdmin, path + "?tenant=" + ours.tenant());
        }
    }

    @Test
    void performance_tells_how_long_deliveries_took_of_the_days_asked_for() {
        JsonPath told = ask(auditor(), PERFORMANCE + "?driver=" + uwase + "&from=" + day() + "&to=" + day());

        assertThat(told.getInt("drivers[0].deliveries")).isEqualTo(2);
        assertThat(told.getInt("drivers[0].transit.meanSeconds")).isEqualTo(3_600);
        assertThat(told.getInt("drivers[0].transit.p90Seconds")).isBetween(3_500, 3_700);
        assertThat(ask(auditor(), PERFORMANCE + "?from=2024-01-01&to=2024-12-31")
                        .getList("drivers"))
                .isEmpty();
        assertThat(ask(auditor(), PERFORMANCE + "?limit=1").getList("drivers.driverId"))
                .containsExactly(uwase.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/leaderboard?by=luck, invalid-input",
        "/leaderboard?period=year, invalid-input",
        "/leaderboard?district=99, invalid-input",
        "/leaderboard?operator=x, invalid-input",
        "/leaderboard?limit=101, invalid-input",
        "/leaderboard?period=day&date=yesterday, no-day",
        "/performance?limit=0, invalid-input",
        "/performance?to=2026-03-10, from-missing",
        "/performance?from=2026-03-11&to=2026-03-10, bad-period"
    })
    void what_cannot_be_asked_is_said_with_400(String path, String code) {
        given().auth()
                .oauth2(auditor())
                .get(DRIVERS + path)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    /** Between instances a driver may have others counted, but not named. */
    @Test
    void between_instances_the_same_is_refused() {
        String driver =
                TestToken.of(Role.DRIVER).person(mugisha).tenant(ours.tenant()).sign();
        String board = "/internal/analytics/drivers/board?span=ALL.0.0&by=DELIVERIES&tenant=" + ours.tenant();

        given().auth().oauth2(driver).get(board + "&limit=0").then().statusCode(200);
        refused(driver, board + "&limit=1");
        refused(driver, board + "&limit=0&driver=" + uwase);
        refused(driver, "/internal/analytics/drivers/cells?span=ALL.0.0&tenant=" + ours.tenant());
        refused(TestToken.of(Role.AUDITOR).tenant("other").sign(), board + "&limit=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LEADERS,
                PERFORMANCE,
                DRIVERS + "/01960000-0000-7000-8000-000000000001/rank",
                "/internal/analytics/drivers/board?tenant=x&span=ALL.0.0&by=DELIVERIES&limit=10",
                "/internal/analytics/drivers/cells?tenant=x&span=ALL.0.0"
            })
    void senders_and_agents_may_not_ask(String path) {
        refused(TestToken.of(Role.SENDER, Role.AGENT).sign(), path);
    }

    private String auditor() {
        return TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();
    }

    private static void unknown(String token, String path) {
        given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:not-ranked"));
    }

    private static void refused(String token, String path) {
        given().auth().oauth2(token).get(path).then().statusCode(403);
    }

    private static JsonPath ask(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
