package rw.ishemalink.identity.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;

/** Going on duty and off. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class DutyTest {

    private static final String DRIVERS = "/api/fleet/drivers";
    private static final String DRIVER = DRIVERS + "/{id}";
    private static final String DUTY = DRIVERS + "/me/duty";
    private static final String SHIFTS = DRIVERS + "/me/shifts";

    @Inject
    Jdbi jdbi;

    private EventTap events;
    private Account admin;

    @BeforeEach
    void anAdministratorLogsIn() {
        events = EventTap.on(Topics.FLEET_EVENTS);
        admin = Accounts.platformAdmin();
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void a_driver_goes_on_duty_and_off_and_the_fleet_is_told_each_time() {
        Account driver = newDriver();

        String shiftId =
                goOnDuty(driver).body("onDuty", equalTo(true)).extract().path("shift.shiftId");
        goOffDuty(driver).body("onDuty", equalTo(false));

        FleetEvent off = awaitEvent(driver, 4);
        assertThat(off.getDriver().getOnDuty()).isFalse();
        assertThat(events.listFor(driver.personId(), FleetEvent.class))
                .extracting(event -> event.getDriver().getOnDuty())
                .containsExactly(false, false, true, false);
        assertThat(off.getChange()).isEqualTo(FleetChange.DRIVER_CHANGED);
        driver.call()
                .get(SHIFTS)
                .then()
                .statusCode(200)
                .body("shiftId", contains(shiftId))
                .body("endedBecause", contains("OFF_DUTY"));
    }

    @Test
    void going_where_one_is_already_changes_nothing() {
        Account driver = newDriver();
        goOffDuty(driver);
        String first = goOnDuty(driver).extract().path("shift.shiftId");
        String again = goOnDuty(driver).extract().path("shift.shiftId");

        assertThat(again).isEqualTo(first);
        driver.call().get(DRIVER, driver.personId()).then().body("version", equalTo(3));
    }

    @Test
    void going_on_duty_many_times_at_once_begins_one_shift() {
        Account driver = newDriver();

        List<String> shifts = Race.run(6, () -> goOnDuty(driver).extract().<String>path("shift.shiftId"));

        assertThat(shifts).hasSize(6).containsOnly(shifts.getFirst());
        driver.call().get(SHIFTS).then().body("$", hasSize(1));
    }

    @Test
    void a_suspended_driver_is_off_duty_and_stays_so_until_reinstated() {
        Account driver = newDriver();
        goOnDuty(driver);

        change(driver, "SUSPENDED", "2030-12-31");

        FleetEvent suspended = awaitEvent(driver, 4);
        assertThat(suspended.getChange()).isEqualTo(FleetChange.DRIVER_SUSPENDED);
        assertThat(suspended.getDriver().getOnDuty()).isFalse();
        driver.call().get(SHIFTS).then().body("endedBecause", contains("SUSPENDED"));
        refuse(driver, Map.of("onDuty", true), 409, "driver-suspended");
        change(driver, "ACTIVE", "2030-12-31");
        refuse(driver, Map.of("onDuty", true), 409, "driver-pending");
        Compliance.clears(admin, driver.personId());
        goOnDuty(driver);
    }

    @Test
    void a_driver_whose_papers_are_refused_is_off_duty_and_stays_so() {
        Account driver = newDriver();
        goOnDuty(driver);

        Compliance.refuses(admin, driver.personId());

        assertThat(awaitEvent(driver, 4).getDriver().getOnDuty()).isFalse();
        driver.call().get(SHIFTS).then().body("endedBecause", contains("REJECTED"));
        refuse(driver, Map.of("onDuty", true), 409, "driver-rejected");
    }

    @Test
    void a_driver_whose_licence_has_expired_stays_off_duty() {
        Account driver = newDriver();
        change(driver, "ACTIVE", "2020-01-01");
        Compliance.clears(admin, driver.personId());

        refuse(driver, Map.of("onDuty", true), 409, "driving-licence-expired");
        driver.call().get(SHIFTS).then().body("$", empty());
    }

    @Test
    void duty_is_done_in_the_registered_vehicle() {
        Account driver = newDriver();
        String vehicleId =
                driver.call().get(DRIVER, driver.personId()).then().extract().path("vehicleId");

        refuse(driver, Map.of("onDuty", true, "vehicleId", UUID.randomUUID()), 409, "not-your-vehicle");
        change(driver, Map.of("onDuty", true, "vehicleId", vehicleId)).statusCode(200);
    }

    @Test
    void another_vehicle_ends_the_shift_until_its_papers_are_checked() {
        Account driver = newDriver();
        goOnDuty(driver);

        change(driver, "ACTIVE", "2030-12-31");

        assertThat(awaitEvent(driver, 4).getDriver().getOnDuty()).isFalse();
        driver.call().get(SHIFTS).then().body("endedBecause", contains("NEW_PAPERS"));
    }

    @Test
    void what_is_no_paper_leaves_the_driver_on_duty() {
        Map<String, Object> form = DriverForm.of(Accounts.newPhone());
        Account driver = newDriver(form);
        goOnDuty(driver);

        admin.call()
                .body(DriverForm.changed(form, "capacityKg", 7_000))
                .put(DRIVER, driver.personId())
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("onDuty", equalTo(true));
    }

    @Test
    void a_shift_that_nobody_ends_ends_by_itself() {
        Account driver = newDriver();
        goOnDuty(driver);

        age(driver, "16 hours");

        assertThat(awaitEvent(driver, 4).getDriver().getOnDuty()).isFalse();
        driver.call().get(SHIFTS).then().body("endedBecause", contains("TOO_LONG"));
        goOnDuty(driver);
    }

    @Test
    void a_shift_that_is_not_over_goes_on_while_another_ends() {
        Account tired = newDriver();
        Account fresh = newDriver();
        goOnDuty(tired);
        goOnDuty(fresh);

        age(fresh, "15 hours");
        age(tired, "17 hours");

        awaitEvent(tired, 4);
        fresh.call().get(DRIVER, fresh.personId()).then().body("onDuty", equalTo(true));
        goOffDuty(fresh);
        fresh.call().get(SHIFTS).then().body("endedBecause", contains("OFF_DUTY"));
    }

    @Test
    void shifts_come_in_pages_the_newest_first() {
        Account driver = newDriver();
        String first = goOnDuty(driver).extract().path("shift.shiftId");
        goOffDuty(driver);
        String second = goOnDuty(driver).extract().path("shift.shiftId");
        goOffDuty(driver);
        String third = goOnDuty(driver).extract().path("shift.shiftId");

        driver.call().queryParam("limit", 2).get(SHIFTS).then().body("shiftId", contains(third, second));
        driver.call().queryParam("before", second).get(SHIFTS).then().body("shiftId", contains(first));
        driver.call().queryParam("limit", 0).get(SHIFTS).then().statusCode(400);
    }

    @Test
    void staff_see_who_of_their_own_fleet_is_on_duty() {
        UUID operatorId = Accounts.newOperator(admin);
        Account working = newDriver(DriverForm.of(Accounts.newPhone(), operatorId));
        Account resting = newDriver(DriverForm.of(Accounts.newPhone(), operatorId));
        Account elsewhere = newDriver(DriverForm.of(Accounts.newPhone(), Accounts.newOperator(admin)));
        goOnDuty(working);
        goOnDuty(elsewhere);

        for (Role role : List.of(Role.OPERATOR, Role.DISPATCHER)) {
            Account staff = Accounts.staff(role, operatorId);
            staff.call()
                    .queryParam("onDuty", true)
                    .get(DRIVERS)
                    .then()
                    .body("driverId", contains(working.personId().toString()));
            staff.call()
                    .queryParam("onDuty", false)
                    .get(DRIVERS)
                    .then()
                    .body("driverId", contains(resting.personId().toString()));
            staff.call().get(DRIVERS).then().body("driverId", hasSize(2));
        }
    }

    @Test
    void another_tenant_sees_nobody_on_duty() {
        goOnDuty(newDriver());

        Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN)
                .call()
                .queryParam("onDuty", true)
                .get(DRIVERS)
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void a_driver_sees_the_own_shifts_only() {
        goOnDuty(newDriver());

        newDriver().call().get(SHIFTS).then().statusCode(200).body("$", empty());
    }

    @Test
    void only_drivers_have_duty() {
        for (Account other : List.of(admin, Accounts.newcomer())) {
            other.call().body(Map.of("onDuty", true)).post(DUTY).then().statusCode(403);
            other.call().get(SHIFTS).then().statusCode(403);
        }
        given().contentType("application/json")
                .body(Map.of("onDuty", true))
                .post(DUTY)
                .then()
                .statusCode(401);
        given().get(SHIFTS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"onDuty\": null}",
                "{\"onDuty\": \"perhaps\"}",
                "{\"onDuty\": true, \"vehicleId\": \"RAB 123 C\"}",
                "{\"onDuty\": true, \"until\": \"18:00\"}",
                ""
            })
    void what_does_not_say_on_or_off_is_refused(String body) {
        newDriver().call().body(body).post(DUTY).then().statusCode(400).contentType("application/problem+json");
    }

    private Account newDriver() {
        return newDriver(DriverForm.of(Accounts.newPhone()));
    }

    private Account newDriver(Map<String, Object> form) {
        String driverId = admin.call()
                .body(form)
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .extract()
                .path("driverId");
        Compliance.clears(admin, UUID.fromString(driverId));
        return Accounts.login(Accounts.TENANT, String.valueOf(form.get("phone")));
    }

    private static ValidatableResponse goOnDuty(Account driver) {
        return change(driver, Map.of("onDuty", true)).statusCode(200);
    }

    private static ValidatableResponse goOffDuty(Account driver) {
        return change(driver, Map.of("onDuty", false)).statusCode(200);
    }

    private static ValidatableResponse change(Account driver, Map<String, Object> body) {
        return driver.call().body(body).post(DUTY).then();
    }

    private static void refuse(Account driver, Map<String, Object> body, int status, String problem) {
        change(driver, body).statusCode(status).body("type", equalTo("urn:ishemalink:problem:" + problem));
    }

    private void change(Account driver, String status, String licenceValidUntil) {
        Map<String, Object> form = DriverForm.change();
        form.put("status", status);
        form.put("licenceValidUntil", licenceValidUntil);
        admin.call().body(form).put(DRIVER, driver.personId()).then().statusCode(200);
    }

    private void age(Account driver, String by) {
        jdbi.useHandle(sql -> sql.execute("""
                update driver_shift set started_at = started_at - cast(? as interval),
                       ends_at = ends_at - cast(? as interval)
                where driver_id = ?""", by, by, driver.personId()));
    }

    private FleetEvent awaitEvent(Account driver, long version) {
        return events.awaitOne(
                FleetEvent.class,
                event -> event.getDriver().getDriverId().equals(driver.personId())
                        && event.getMetadata().getSequence() == version);
    }
}
