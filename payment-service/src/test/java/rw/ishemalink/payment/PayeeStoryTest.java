package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;

/** Who can be paid and where: drivers as the fleet tells of them, operators as their administrator says. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PayeeStoryTest {

    private static final String PAYEES = "/api/payments/payees/";

    @Inject
    UnitOfWork unitOfWork;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final UUID operator = UUID.randomUUID();
    private final UUID admin = UUID.randomUUID();

    @Test
    void a_driver_is_paid_on_the_phone_that_the_fleet_tells_of() {
        String phone = TestBooking.freshPhone("73");
        told(1, phone, null, DriverStatus.ACTIVE);
        awaitStanding(driverToken(), driver, "PAYABLE")
                .body("account", equalTo("DRIVER_PAYABLE"))
                .body("wallets", hasSize(1))
                .body("wallets[0].provider", equalTo("AIRTEL"))
                .body("wallets[0].phone", equalTo("***" + phone.substring(11)));
    }

    @Test
    void a_changed_phone_rests_and_an_older_or_repeated_change_changes_nothing() {
        String first = TestBooking.freshPhone("78");
        String second = TestBooking.freshPhone("78");
        told(1, first, null, DriverStatus.ACTIVE);
        told(3, second, null, DriverStatus.ACTIVE);
        told(2, TestBooking.freshPhone("78"), null, DriverStatus.ACTIVE);
        told(4, second, operator, DriverStatus.ACTIVE);
        // The fourth is heard last, for one driver's changes are heard in order; the operator tells that it was.
        awaitStanding(auditor(), operator, "NO_WALLET");
        gets(auditor(), driver)
                .body("standing", equalTo("WALLET_RESTS"))
                .body("wallets", hasSize(2))
                .body("wallets.phone", equalTo(List.of("***" + second.substring(11), "***" + first.substring(11))));
    }

    @Test
    void a_suspended_driver_is_not_paid_until_active_again() {
        String phone = TestBooking.freshPhone("78");
        told(1, phone, null, DriverStatus.SUSPENDED);
        awaitStanding(driverToken(), driver, "SUSPENDED");
        told(2, phone, null, DriverStatus.ACTIVE);
        awaitStanding(driverToken(), driver, "PAYABLE");
    }

    @Test
    void a_driver_whose_papers_were_refused_is_paid_what_was_earned() {
        told(1, TestBooking.freshPhone("78"), null, DriverStatus.REJECTED);
        awaitStanding(driverToken(), driver, "PAYABLE");
    }

    @Test
    void an_operators_wallet_is_registered_kept_and_never_forgotten() {
        knownOperator();
        String first = TestBooking.freshPhone("78");
        String second = TestBooking.freshPhone("72");
        registers(adminToken(), operator, Map.of("phone", first))
                .statusCode(200)
                .body("standing", equalTo("PAYABLE"))
                .body("account", equalTo("OPERATOR_PAYABLE"))
                .body("wallets[0].provider", equalTo("MTN"))
                .body("wallets[0].changedBy", equalTo(admin.toString()));
        registers(adminToken(), operator, Map.of("phone", first))
                .statusCode(200)
                .body("wallets", hasSize(1));
        registers(adminToken(), operator, Map.of("phone", second))
                .statusCode(200)
                .body("wallets", hasSize(2));
        registers(adminToken(), operator, Map.of("phone", second, "provider", "MTN"))
                .statusCode(200)
                .body("standing", equalTo("WALLET_RESTS"))
                .body("wallets.provider", equalTo(List.of("MTN", "AIRTEL", "MTN")));
        for (String change : List.of("update wallet_change set phone = '250788000000'", "delete from wallet_change")) {
            assertThatThrownBy(() -> unitOfWork.run(tx -> tx.sql().execute(change)))
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void without_a_token_nothing_is_shown_or_registered() {
        given().get(PAYEES + operator).then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("phone", "+250788123456"))
                .put(PAYEES + operator)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "TENANT_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void only_the_tenants_administrator_registers_wallets(Role role) {
        registers(
                        TestToken.of(role).tenant(tenant).operator(operator).sign(),
                        operator,
                        Map.of("phone", "+250788123456"))
                .statusCode(403);
    }

    @Test
    void another_tenants_operator_a_driver_or_nobody_cannot_be_given_a_wallet() {
        knownOperator();
        Map<String, String> wallet = Map.of("phone", TestBooking.freshPhone("78"));
        String elsewhere =
                TestToken.of(Role.TENANT_ADMIN).tenant("other-" + tenant).sign();
        problem(registers(elsewhere, operator, wallet), 404, "no-payee");
        problem(registers(adminToken(), driver, wallet), 404, "no-payee");
        problem(registers(adminToken(), UUID.randomUUID(), wallet), 404, "no-payee");
    }

    @Test
    void a_phone_that_is_none_says_what_to_mend() {
        for (String phone : List.of("0788123456", "+250770000000", "+254700000000", "")) {
            registers(adminToken(), operator, Map.of("phone", phone))
                    .statusCode(400)
                    .body("errors[0].field", equalTo("phone"));
        }
        registers(adminToken(), operator, Map.of()).statusCode(400).body("errors[0].field", equalTo("phone"));
    }

    @Test
    void one_sees_the_own_wallet_and_those_who_check_the_books_any_of_the_tenants() {
        knownOperator();
        String own =
                TestToken.of(Role.OPERATOR).tenant(tenant).operator(operator).sign();
        gets(own, operator).statusCode(200);
        for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            gets(TestToken.of(role).tenant(tenant).sign(), operator).statusCode(200);
            problem(gets(TestToken.of(role).tenant("other-" + tenant).sign(), operator), 404, "no-payee");
        }
        String another = TestToken.of(Role.OPERATOR)
                .tenant(tenant)
                .operator(UUID.randomUUID())
                .sign();
        problem(gets(another, operator), 404, "no-payee");
        problem(gets(driverToken(), operator), 404, "no-payee");
        gets(TestToken.of(Role.SENDER).tenant(tenant).sign(), operator).statusCode(403);
    }

    private void knownOperator() {
        told(1, TestBooking.freshPhone("78"), operator, DriverStatus.ACTIVE);
        awaitStanding(auditor(), operator, "NO_WALLET");
    }

    private void told(long sequence, String phone, @Nullable UUID operatorId, DriverStatus status) {
        FleetEvent event = FleetEvent.newBuilder()
                .setMetadata(Events.metadata(tenant, sequence))
                .setChange(sequence == 1 ? FleetChange.DRIVER_ONBOARDED : FleetChange.DRIVER_CHANGED)
                .setDriver(Driver.newBuilder()
                        .setDriverId(driver)
                        .setName("Eric")
                        .setPhone(phone)
                        .setLanguage(Language.EN)
                        .setLicenceNumber("1198880012345678")
                        .setLicenceCategories(List.of("A"))
                        .setLicenceValidUntil(LocalDate.of(2030, 1, 1))
                        .setStatus(status)
                        .setVehicle(new Vehicle(UUID.randomUUID(), "RAB 123 C", VehicleKind.MOTORCYCLE, 0L))
                        .setOperator(operatorId == null ? null : new Operator(operatorId, "Huye Trucks", "101234567"))
                        .build())
                .build();
        EventSource.publish(Topics.FLEET_EVENTS, driver, event);
    }

    private static ValidatableResponse awaitStanding(String token, UUID party, String standing) {
        await().untilAsserted(() -> gets(token, party).statusCode(200).body("standing", equalTo(standing)));
        return gets(token, party);
    }

    private String driverToken() {
        return TestToken.of(Role.DRIVER).person(driver).tenant(tenant).sign();
    }

    private String adminToken() {
        return TestToken.of(Role.TENANT_ADMIN).person(admin).tenant(tenant).sign();
    }

    private String auditor() {
        return TestToken.of(Role.AUDITOR).tenant(tenant).sign();
    }

    private static ValidatableResponse registers(String token, UUID party, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(PAYEES + party)
                .then();
    }

    private static ValidatableResponse gets(String token, UUID party) {
        return given().auth().oauth2(token).get(PAYEES + party).then();
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
