package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class DriversTest {

    private static final String DRIVERS = "/api/fleet/drivers";

    private EventTap events;
    private Account admin;
    private final String phone = Accounts.newPhone();

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
    void onboarding_makes_a_driver_with_licence_and_vehicle_and_tells_of_it() {
        UUID operatorId = Accounts.newOperator(admin);
        UUID driverId = onboard(DriverForm.of(phone, operatorId));

        FleetEvent event = awaitEvent(driverId, 1);
        assertThat(event.getChange()).isEqualTo(FleetChange.DRIVER_APPLIED);
        assertThat(event.getMetadata().getTenant()).isEqualTo(Accounts.TENANT);
        var driver = event.getDriver();
        assertThat(driver.getPhone()).isEqualTo(phone);
        assertThat(driver.getLanguage()).isEqualTo(Language.RW);
        assertThat(driver.getLicenceCategories()).containsExactly("B", "C");
        assertThat(driver.getLicenceValidUntil()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(driver.getVehicle().getCapacityKg()).isEqualTo(5_000);
        assertThat(driver.getOperator().getOperatorId()).isEqualTo(operatorId);
    }

    @Test
    void a_driver_logs_in_as_such_and_sees_the_own_record() {
        UUID driverId = onboard(DriverForm.of(phone));
        Compliance.clears(admin, driverId);

        Account driver = Accounts.login(Accounts.TENANT, phone);

        assertThat(driver.personId()).isEqualTo(driverId);
        assertThat(driver.roles()).containsExactly("CUSTOMER", "SENDER", "DRIVER");
        driver.call().get(DRIVERS).then().statusCode(200).body("driverId", contains(driverId.toString()));
        driver.call().get(DRIVERS + "/{id}", driverId).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void clearance_ends_the_logins_of_somebody_who_was_a_sender() {
        Account person = Accounts.newcomer();
        Compliance.clears(admin, onboard(DriverForm.of(person.phone())));

        person.call()
                .body(Map.of("refreshToken", person.refreshToken()))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void an_expired_licence_is_kept_for_compliance_to_refuse() {
        Map<String, Object> form = DriverForm.of(phone);
        form.put("licenceValidUntil", "2020-01-01");

        assertThat(awaitEvent(onboard(form), 1).getDriver().getLicenceValidUntil())
                .isEqualTo(LocalDate.of(2020, 1, 1));
    }

    @Test
    void every_change_is_the_next_version_and_one_event() {
        Map<String, Object> first = DriverForm.of(phone);
        UUID driverId = onboard(first);
        Map<String, Object> form = DriverForm.changed(first, "capacityKg", 3_000);
        form.put("status", "SUSPENDED");

        change(driverId, DriverForm.changed(first, "capacityKg", 2_000), 200)
                .body("version", equalTo(2))
                .body("status", equalTo("PENDING"));
        change(driverId, form, 200).body("status", equalTo("SUSPENDED"));
        change(driverId, DriverForm.change(), 200).body("status", equalTo("SUSPENDED"));
        form.put("status", "ACTIVE");
        change(driverId, form, 200).body("version", equalTo(5)).body("status", equalTo("PENDING"));

        awaitEvent(driverId, 5);
        List<FleetEvent> told = events.listFor(driverId, FleetEvent.class);
        assertThat(told).extracting(event -> event.getMetadata().getSequence()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told)
                .extracting(FleetEvent::getChange)
                .containsExactly(
                        FleetChange.DRIVER_APPLIED,
                        FleetChange.DRIVER_CHANGED,
                        FleetChange.DRIVER_SUSPENDED,
                        FleetChange.DRIVER_CHANGED,
                        FleetChange.DRIVER_REINSTATED);
    }

    @Test
    void nobody_is_made_active_by_hand() {
        UUID driverId = onboard(DriverForm.of(phone));
        Map<String, Object> form = DriverForm.change();
        form.put("status", "ACTIVE");

        change(driverId, form, 200).body("status", equalTo("PENDING"));
        for (String status : List.of("PENDING", "REJECTED")) {
            form.put("status", status);
            change(driverId, form, 400);
        }
    }

    @Test
    void changes_at_once_each_get_a_version_of_their_own() {
        UUID driverId = onboard(DriverForm.of(phone));

        Race.run(6, () -> change(driverId, DriverForm.change(), 200));

        awaitEvent(driverId, 7);
        assertThat(events.listFor(driverId, FleetEvent.class))
                .extracting(event -> event.getMetadata().getSequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void a_driver_who_chooses_another_language_is_a_changed_driver() {
        UUID driverId = onboard(DriverForm.of(phone));

        Accounts.login(Accounts.TENANT, phone)
                .call()
                .body(Map.of("name", "Jean", "language", "fr"))
                .put("/api/auth/me")
                .then()
                .statusCode(200);

        FleetEvent event = awaitEvent(driverId, 2);
        assertThat(event.getDriver().getLanguage()).isEqualTo(Language.FR);
        assertThat(event.getDriver().getName())
                .as("the name on the licence stays")
                .isEqualTo("Habimana Jean");
    }

    @Test
    void a_person_is_onboarded_once_even_at_once() {
        List<Integer> answers = Race.run(
                6, () -> admin.call().body(DriverForm.of(phone)).post(DRIVERS).statusCode());

        assertThat(answers)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    @Test
    void a_refused_onboarding_leaves_nothing_behind() {
        String plate = Accounts.newPlate();
        Map<String, Object> first = DriverForm.of(phone);
        first.put("vehicle", DriverForm.vehicle(plate));
        onboard(first);
        Account other = Accounts.newcomer();
        Map<String, Object> second = DriverForm.of(other.phone());
        second.put("vehicle", DriverForm.vehicle(plate));

        refuse(second, 409, "vehicle-taken");

        other.call().get("/api/auth/me").then().body("roles", contains("CUSTOMER", "SENDER"));
        // Events of one driver keep their order, so with the last of these any of the refused one would be here too.
        UUID driverId = onboard(DriverForm.of(other.phone()));
        change(driverId, DriverForm.change(), 200);
        awaitEvent(driverId, 2);
        assertThat(driverId).isEqualTo(other.personId());
        assertThat(events.listFor(driverId, FleetEvent.class))
                .extracting(event -> event.getMetadata().getSequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void a_licence_has_one_driver() {
        Map<String, Object> first = DriverForm.of(phone);
        onboard(first);
        Map<String, Object> second = DriverForm.of(Accounts.newPhone());
        second.put("licenceNumber", first.get("licenceNumber"));

        refuse(second, 409, "licence-taken");
    }

    @Test
    void a_vehicle_that_was_given_up_may_be_anothers() {
        String plate = Accounts.newPlate();
        Map<String, Object> first = DriverForm.of(phone);
        first.put("vehicle", DriverForm.vehicle(plate));
        UUID driverId = onboard(first);
        change(driverId, DriverForm.change(), 200);
        Map<String, Object> second = DriverForm.of(Accounts.newPhone());
        second.put("vehicle", DriverForm.vehicle(plate));

        UUID other = onboard(second);

        assertThat(awaitEvent(other, 1).getDriver().getVehicle().getVehicleId())
                .isEqualTo(awaitEvent(driverId, 1).getDriver().getVehicle().getVehicleId());
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 0712345678, phone-not-valid",
        "licenceNumber, x, invalid-input",
        "name, ' ', invalid-input",
        "licenceValidUntil, someday, unreadable-input",
        "colour, green, unreadable-input"
    })
    void a_bad_field_is_refused(String field, String value, String problem) {
        Map<String, Object> form = DriverForm.of(phone);
        form.put(field, value);

        refuse(form, 400, problem);
    }

    @Test
    void a_bad_plate_category_or_capacity_is_refused() {
        Map<String, Object> plate = DriverForm.of(phone);
        plate.put("vehicle", DriverForm.vehicle("ABC 1"));
        refuse(plate, 400, "plate-not-valid");

        Map<String, Object> category = DriverForm.of(phone);
        category.put("licenceCategories", List.of("Z"));
        refuse(category, 400, "category-not-valid");

        Map<String, Object> capacity = DriverForm.of(phone);
        capacity.put("vehicle", Map.of("plate", Accounts.newPlate(), "kind", "TRUCK", "capacityKg", -1));
        admin.call()
                .body(capacity)
                .post(DRIVERS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("vehicle.capacityKg"));
    }

    private UUID onboard(Map<String, Object> form) {
        return UUID.fromString(admin.call()
                .body(form)
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .extract()
                .path("driverId"));
    }

    private ValidatableResponse change(UUID driverId, Map<String, Object> form, int status) {
        return admin.call().body(form).put(DRIVERS + "/{id}", driverId).then().statusCode(status);
    }

    private void refuse(Map<String, Object> form, int status, String problem) {
        admin.call()
                .body(form)
                .post(DRIVERS)
                .then()
                .statusCode(status)
                .body("type", equalTo("urn:ishemalink:problem:" + problem));
    }

    private FleetEvent awaitEvent(UUID driverId, long version) {
        return events.awaitOne(
                FleetEvent.class,
                event -> event.getDriver().getDriverId().equals(driverId)
                        && event.getMetadata().getSequence() == version);
    }
}
