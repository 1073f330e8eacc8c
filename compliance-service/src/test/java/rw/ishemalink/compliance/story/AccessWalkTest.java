package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.intake.LicenceFile;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
class AccessWalkTest extends StoryTest {

    private static final String VALID = "2099-12-31";
    private static final AtomicInteger TINS = new AtomicInteger(600_000_000);

    private final TestToken official = TestToken.of(Role.TENANT_ADMIN);

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("compliance-service")
                .seeded(this::coffeeOnItsWay)
                .body("POST /api/compliance/flags/{flagId}/close", "{\"reason\":\"seen on paper\"}")
                .walk();
    }

    /** An export with its receipt, licences, manifest, flag, and papers about its operator. */
    private Seeded coffeeOnItsWay() {
        String tin = Integer.toString(TINS.incrementAndGet());
        Driver driver = Driver.of(tin);
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        authorities.registerKnows(driver, VALID);
        authorities.registerKnowsOperator(tin, VALID);
        Journey journey = Journey.of(BookingKind.CARGO_INTERNATIONAL);
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        journey.isAssigned();
        awaitEvent(journey, ComplianceChange.MANIFEST_ISSUED);
        UUID operatorId = Objects.requireNonNull(driver.operator()).getOperatorId();
        String licenceId = licenceOf(driver);
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "compliance-service", journey.senderId(), copy).ask(PrivacyWish.EXPORT);
        return new Seeded(
                "ishemalink",
                operatorId,
                Map.of(
                        "bookingId", journey.bookingId().toString(),
                        "id", journey.bookingId().toString(),
                        "deviceId", driver.vehicleId().toString(),
                        "licenceId", licenceId,
                        "flagId", flag(journey, driver, licenceId, operatorId),
                        "importId", handIn(tin),
                        "proposalId", propose(tin),
                        "requestId", copy.toString()),
                Map.of(
                        "its sender", TestToken.of(Role.SENDER).person(journey.senderId()),
                        "RURA's reader", AgencyToken.of(AgencyToken.RURA, "ishemalink")),
                List.of(journey.trackingCode(), driver.licenceNumber() + "\""));
    }

    private String licenceOf(Driver driver) {
        return await().until(
                        () -> jdbi.withHandle(sql -> sql.createQuery("select licence_id from licence"
                                        + " where holder_id = :id and kind = 'DRIVER_AUTHORISATION'")
                                .bind("id", driver.driverId())
                                .mapTo(String.class)
                                .findOne()),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As the sweep raises one. */
    private String flag(Journey journey, Driver driver, String licenceId, UUID operatorId) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                        with flag as (
                          insert into licence_flag (tenant, booking_id, licence_id, licence_kind, standing, holder_id,
                                 driver_id, operator_id, since)
                          values ('ishemalink', :bookingId, cast(:licenceId as uuid), 'DRIVER_AUTHORISATION', 'REVOKED',
                                  :driverId, :driverId, :operatorId, now())
                          returning flag_id)
                        insert into licence_flag_change (flag_id, change, actor_role, reason, at)
                        select flag_id, 'OPENED', 'SYSTEM', 'revoked', now() from flag returning flag_id""")
                .bind("bookingId", journey.bookingId())
                .bind("licenceId", licenceId)
                .bind("driverId", driver.driverId())
                .bind("operatorId", operatorId)
                .mapTo(String.class)
                .one());
    }

    private String handIn(String tin) {
        return as().contentType("text/csv")
                .body(LicenceFile.head() + "\r\nOPERATOR_LICENCE," + tin + ",RURA-" + tin
                        + ",VALID,2026-01-01,2099-12-31,Volcano Ltd,,,,\r\n")
                .post("/api/compliance/licences/imports")
                .then()
                .statusCode(200)
                .extract()
                .path("importId");
    }

    private String propose(String tin) {
        return as().contentType(ContentType.JSON)
                .body(Map.of(
                        "kind", "OPERATOR_LICENCE",
                        "subject", tin,
                        "number", "RURA-9",
                        "status", "VALID",
                        "issuedOn", "2026-01-01",
                        "validUntil", VALID,
                        "reason", "seen on paper"))
                .post("/api/compliance/licences/proposals")
                .then()
                .statusCode(200)
                .extract()
                .path("proposalId");
    }

    private RequestSpecification as() {
        return given().auth().oauth2(official.sign());
    }
}
