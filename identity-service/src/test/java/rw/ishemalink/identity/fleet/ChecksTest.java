package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.DriverCheckOutcome;

/** What an answer about a driver's papers does, and what does not count. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class ChecksTest {

    private static final String DRIVERS = "/api/fleet/drivers";

    @Inject
    Jdbi jdbi;

    private EventTap events;
    private Account admin;
    private final Map<String, Object> form = DriverForm.of(Accounts.newPhone());
    private UUID driverId;

    @BeforeEach
    void somebodyWantsToDrive() {
        events = EventTap.on(Topics.FLEET_EVENTS);
        admin = Accounts.platformAdmin();
        driverId = UUID.fromString(admin.call()
                .body(form)
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .extract()
                .path("driverId"));
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void an_answer_about_older_papers_is_none() {
        newPapers();
        handled(check(1, DriverCheckOutcome.CLEARED));
        assertStatus("PENDING");

        handled(check(2, DriverCheckOutcome.CLEARED));
        assertStatus("ACTIVE");
        assertThat(changes())
                .containsExactly(FleetChange.DRIVER_APPLIED, FleetChange.DRIVER_APPLIED, FleetChange.DRIVER_ONBOARDED);
    }

    @Test
    void an_answer_about_papers_that_are_not_there_yet_is_none() {
        handled(check(2, DriverCheckOutcome.CLEARED));
        assertStatus("PENDING");
    }

    @Test
    void what_changes_beside_the_papers_leaves_an_answer_standing() {
        admin.call()
                .body(DriverForm.changed(form, "capacityKg", 9_000))
                .put(DRIVERS + "/{id}", driverId)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        handled(check(1, DriverCheckOutcome.CLEARED));
        assertStatus("ACTIVE");
    }

    @Test
    void an_older_answer_that_comes_late_or_twice_changes_nothing() {
        DriverCheck older = check(1, DriverCheckOutcome.REFUSED);
        DriverCheck newer = check(1, DriverCheckOutcome.CLEARED);
        handled(newer);
        handled(older);
        handled(newer);

        assertStatus("ACTIVE");
        assertThat(changes()).containsExactly(FleetChange.DRIVER_APPLIED, FleetChange.DRIVER_ONBOARDED);
    }

    @Test
    void without_an_answer_of_the_authority_the_driver_waits_and_is_told_nothing() {
        handled(check(1, DriverCheckOutcome.WAITING));

        admin.call()
                .get("/api/fleet/applications/{id}", driverId)
                .then()
                .body("driver.status", equalTo("PENDING"))
                .body("check.outcome", equalTo("WAITING"))
                .body("driver.version", equalTo(1));
    }

    @Test
    void a_lapsed_licence_takes_an_active_driver_out_and_a_renewed_one_brings_them_back() {
        Compliance.clears(admin, driverId);
        Compliance.refuses(admin, driverId);
        Compliance.clears(admin, driverId);

        assertThat(changes())
                .containsExactly(
                        FleetChange.DRIVER_APPLIED,
                        FleetChange.DRIVER_ONBOARDED,
                        FleetChange.DRIVER_REJECTED,
                        FleetChange.DRIVER_REINSTATED);
        assertThat(Accounts.login(Accounts.TENANT, String.valueOf(form.get("phone")))
                        .roles())
                .contains("DRIVER");
    }

    @Test
    void who_is_suspended_stays_so_whatever_the_authority_says() {
        Map<String, Object> suspended = DriverForm.changed(form, "capacityKg", 5_000);
        suspended.put("status", "SUSPENDED");
        admin.call().body(suspended).put(DRIVERS + "/{id}", driverId).then().statusCode(200);

        handled(check(2, DriverCheckOutcome.CLEARED));
        assertStatus("SUSPENDED");
    }

    @Test
    void a_driver_whom_nobody_knows_is_passed_over() {
        handled(Compliance.check(Accounts.TENANT, UUID.randomUUID(), 1, DriverCheckOutcome.CLEARED));
        handled(Compliance.check(Accounts.newTenant(), driverId, 1, DriverCheckOutcome.CLEARED));
        assertStatus("PENDING");
    }

    private DriverCheck check(long papersOf, DriverCheckOutcome outcome) {
        return Compliance.check(Accounts.TENANT, driverId, papersOf, outcome);
    }

    private void newPapers() {
        admin.call()
                .body(DriverForm.change())
                .put(DRIVERS + "/{id}", driverId)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    private void handled(DriverCheck check) {
        Compliance.publish(check);
        await().until(() ->
                jdbi.withHandle(sql -> sql.createQuery("select exists (select from inbox where event_id = :id)")
                        .bind("id", check.getMetadata().getEventId())
                        .mapTo(Boolean.class)
                        .one()));
    }

    private void assertStatus(String status) {
        admin.call().get(DRIVERS + "/{id}", driverId).then().body("status", equalTo(status));
    }

    private List<FleetChange> changes() {
        long version = admin.call()
                .get(DRIVERS + "/{id}", driverId)
                .then()
                .extract()
                .jsonPath()
                .getLong("version");
        events.awaitOne(
                FleetEvent.class,
                event -> event.getDriver().getDriverId().equals(driverId)
                        && event.getMetadata().getSequence() == version);
        return events.listFor(driverId, FleetEvent.class).stream()
                .map(FleetEvent::getChange)
                .toList();
    }
}
