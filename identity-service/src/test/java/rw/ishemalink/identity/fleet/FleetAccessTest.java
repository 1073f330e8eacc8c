package rw.ishemalink.identity.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Who sees and changes whose fleet. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class FleetAccessTest {

    private static final String DRIVERS = "/api/fleet/drivers";
    private static final String DRIVER = "/api/fleet/drivers/{id}";
    private static final String OPERATORS = "/api/fleet/operators";

    @Inject
    UnitOfWork unitOfWork;

    private Account admin;
    private UUID operatorId;

    @BeforeEach
    void thereIsAnOperator() {
        admin = Accounts.platformAdmin();
        operatorId = Accounts.newOperator(admin);
    }

    @Test
    void an_operator_onboards_into_the_own_fleet_without_saying_so() {
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);

        operator.call()
                .body(DriverForm.of(Accounts.newPhone()))
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .body("operator.operatorId", equalTo(operatorId.toString()));
    }

    @Test
    void whoever_sees_a_drivers_profile_is_on_record_and_the_driver_is_not() {
        String phone = Accounts.newPhone();
        UUID driverId = UUID.fromString(admin.call()
                .body(DriverForm.of(phone))
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .extract()
                .path("driverId"));
        Compliance.clears(admin, driverId);
        long before = countAccesses(driverId);
        Accounts.login(Accounts.TENANT, phone)
                .call()
                .get(DRIVER, driverId)
                .then()
                .statusCode(200);
        assertThat(countAccesses(driverId)).isEqualTo(before);

        admin.call().get(DRIVER, driverId).then().statusCode(200);
        assertThat(countAccesses(driverId)).isEqualTo(before + 1);
    }

    private long countAccesses(UUID subject) {
        return unitOfWork.read(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :subject")
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void an_operator_onboards_into_no_other_fleet() {
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);

        operator.call()
                .body(DriverForm.of(Accounts.newPhone(), Accounts.newOperator(admin)))
                .post(DRIVERS)
                .then()
                .statusCode(404);
    }

    @Test
    void a_driver_of_one_operator_is_not_taken_by_another() {
        String phone = Accounts.newPhone();
        onboard(admin, DriverForm.of(phone, Accounts.newOperator(admin)));

        Accounts.staff(Role.OPERATOR, operatorId)
                .call()
                .body(DriverForm.of(phone))
                .post(DRIVERS)
                .then()
                .statusCode(409);
    }

    @Test
    void staff_see_and_change_their_own_operators_drivers_only() {
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);
        String own = onboard(operator, DriverForm.of(Accounts.newPhone()));
        String independent = onboard(admin, DriverForm.of(Accounts.newPhone()));
        String others = onboard(admin, DriverForm.of(Accounts.newPhone(), Accounts.newOperator(admin)));

        for (Account staff : new Account[] {operator, Accounts.staff(Role.DISPATCHER, operatorId)}) {
            staff.call().get(DRIVERS).then().statusCode(200).body("driverId", contains(own));
            staff.call().get(DRIVER, own).then().statusCode(200);
            staff.call().get(DRIVER, others).then().statusCode(404);
            staff.call().get(DRIVER, independent).then().statusCode(404);
            staff.call().get(OPERATORS).then().statusCode(200).body("operatorId", contains(operatorId.toString()));
        }
        operator.call().body(DriverForm.change()).put(DRIVER, others).then().statusCode(404);
        operator.call().body(DriverForm.change()).put(DRIVER, own).then().statusCode(200);
    }

    @Test
    void another_tenants_fleet_is_not_there() {
        String here = onboard(admin, DriverForm.of(Accounts.newPhone(), operatorId));
        Account elsewhere = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);

        elsewhere.call().get(DRIVERS).then().statusCode(200).body("$", empty());
        elsewhere.call().get(OPERATORS).then().statusCode(200).body("$", empty());
        elsewhere.call().get(DRIVER, here).then().statusCode(404);
        elsewhere.call().body(DriverForm.change()).put(DRIVER, here).then().statusCode(404);
        elsewhere
                .call()
                .body(DriverForm.of(Accounts.newPhone(), operatorId))
                .post(DRIVERS)
                .then()
                .statusCode(404);
    }

    @Test
    void plate_and_licence_of_another_tenant_are_no_obstacle() {
        Map<String, Object> form = DriverForm.of(Accounts.newPhone());
        onboard(admin, form);

        onboard(Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN), form);
    }

    @Test
    void a_driver_sees_no_other_driver() {
        String phone = Accounts.newPhone();
        Compliance.clears(admin, UUID.fromString(onboard(admin, DriverForm.of(phone, operatorId))));
        String colleague = onboard(admin, DriverForm.of(Accounts.newPhone(), operatorId));
        Account driver = Accounts.login(Accounts.TENANT, phone);

        driver.call().get(DRIVER, colleague).then().statusCode(404);
        driver.call().get(DRIVERS).then().body("driverId", not(hasItem(colleague)));
        driver.call()
                .body(DriverForm.change())
                .put(DRIVER, driver.personId())
                .then()
                .statusCode(403);
        driver.call().get(OPERATORS).then().statusCode(403);
    }

    @Test
    void senders_and_dispatchers_onboard_nobody() {
        Account sender = Accounts.newcomer();

        sender.call().body(DriverForm.of(sender.phone())).post(DRIVERS).then().statusCode(403);
        sender.call().get(DRIVERS).then().statusCode(403);
        Accounts.staff(Role.DISPATCHER, operatorId)
                .call()
                .body(DriverForm.of(sender.phone()))
                .post(DRIVERS)
                .then()
                .statusCode(403);
    }

    @Test
    void without_a_token_there_is_nothing() {
        given().get(DRIVERS).then().statusCode(401);
        given().get(DRIVER, UUID.randomUUID()).then().statusCode(401);
        given().get(OPERATORS).then().statusCode(401);
        given().contentType("application/json")
                .body(DriverForm.of(Accounts.newPhone()))
                .post(DRIVERS)
                .then()
                .statusCode(401);
    }

    @Test
    void operators_are_registered_once_and_by_administrators() {
        Map<String, String> form = Map.of("name", "Ubwikorezi Ltd", "tin", Accounts.newTin());

        admin.call().body(form).post(OPERATORS).then().statusCode(201);
        admin.call().body(form).post(OPERATORS).then().statusCode(409);
        Accounts.staff(Role.OPERATOR, operatorId)
                .call()
                .body(form)
                .post(OPERATORS)
                .then()
                .statusCode(403);
        admin.call()
                .body(Map.of("name", "x", "tin", "12345"))
                .post(OPERATORS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("tin"));
    }

    @Test
    void long_lists_come_in_pages() {
        Account brandAdmin = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);
        String first = onboard(brandAdmin, DriverForm.of(Accounts.newPhone()));
        String second = onboard(brandAdmin, DriverForm.of(Accounts.newPhone()));
        String third = onboard(brandAdmin, DriverForm.of(Accounts.newPhone()));

        brandAdmin.call().queryParam("limit", 2).get(DRIVERS).then().body("driverId", contains(first, second));
        brandAdmin.call().queryParam("after", second).get(DRIVERS).then().body("driverId", contains(third));
        brandAdmin.call().queryParam("limit", 0).get(DRIVERS).then().statusCode(400);
    }

    private static String onboard(Account by, Map<String, Object> form) {
        return by.call()
                .body(form)
                .post(DRIVERS)
                .then()
                .statusCode(201)
                .extract()
                .path("driverId");
    }
}
