package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.collecting.Provider.MTN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.payees.Payees;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class AccessWalkTest {

    @Inject
    Jdbi jdbi;

    private static final String ALL_TENANTS =
            "What the books and a provider's statement differ in is the platform's to settle, whosever payment it is.";

    private static final LocalDate SETTLED = LocalDate.of(2026, 3, 2);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Payees payees;

    @Inject
    Ledger ledger;

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        String provider = "Providers call without a token; the callback is only a hint, the provider is asked.";
        AccessWalk.of("payment-service")
                .seeded(this::moneyOfOurs)
                .open("PUT /api/payments/callbacks/mtn/{reference}", provider)
                .open("POST /api/payments/callbacks/mtn/{reference}", provider)
                .open("POST /api/payments/callbacks/airtel", provider + " Airtel signs what it says.")
                .acrossTenants("GET /api/payments/cases", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("GET /api/payments/cases/{caseId}", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("POST /api/payments/cases/{caseId}/resolve", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("POST /api/payments/cases/{caseId}/approve", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants(
                        "GET /api/payments/ledger/accounts/{account}/statement",
                        "The caller's own tenant's account of that party: it is empty, and the id that was asked for"
                                + " comes back.",
                        Role.AUDITOR,
                        Role.TENANT_ADMIN,
                        Role.PLATFORM_ADMIN)
                .walk();
    }

    /** A payment, an operator with a wallet and a payout, a case of the books, a settled day. */
    private Seeded moneyOfOurs() {
        var unused = Mtn.ready();
        String tenant = "tenant-" + UUID.randomUUID();
        TestBooking booking = TestBooking.of(tenant, Instant.now());
        UUID paymentId = unitOfWork.call(tx -> Seed.restingPayment(tx, booking));
        TestPayee operator = TestPayee.operator(tenant);
        unitOfWork.run(tx -> operator.known(tx, payees).earns(tx, ledger, 9_000));
        TestToken admin = TestToken.of(Role.TENANT_ADMIN).tenant(tenant);
        as(admin, Map.of("phone", operator.phone()), "PUT", "/api/payments/payees/" + operator.party());
        TestToken speaker = TestToken.of(Role.OPERATOR).tenant(tenant).operator(operator.party());
        String payout = as(
                        speaker, Map.of("syncId", UUID.randomUUID(), "amount", 1_000), "POST", "/api/payments/payouts")
                .path("payoutId");
        String settlement = as(
                        admin, Map.of("day", SETTLED.toString(), "kind", "TENANT"), "POST", "/api/payments/settlements")
                .path("settlementId");
        LocalDate day = Comparisons.freshDay();
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "payment-service", booking.senderId(), copy).ask(PrivacyWish.EXPORT);
        return new Seeded(
                tenant,
                operator.party(),
                Map.ofEntries(
                        Map.entry("bookingId", booking.bookingId().toString()),
                        Map.entry("paymentId", paymentId.toString()),
                        Map.entry("party", operator.party().toString()),
                        Map.entry("account", "OPERATOR_PAYABLE"),
                        Map.entry("payoutId", payout),
                        Map.entry("settlementId", settlement),
                        Map.entry("caseId", caseOf(tenant, day)),
                        Map.entry("provider", "MTN"),
                        Map.entry("day", day.toString()),
                        Map.entry("requestId", copy.toString())),
                Map.of(
                        "its sender",
                        TestToken.of(Role.SENDER).tenant(tenant).person(booking.senderId()),
                        "its operator",
                        speaker),
                List.of(booking.payerPhone(), operator.phone()));
    }

    private String caseOf(String tenant, LocalDate day) {
        Instant noon = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        unitOfWork.run(tx -> new PastMoney(tx.sql(), tenant, MTN).paid(11_800, noon));
        SettlementFiles.of(MTN)
                .offer(day, SettlementFiles.line("foreign-" + tenant, Kind.COLLECTION, 500, 0, Status.SUCCEEDED, noon));
        new Comparisons(unitOfWork).compare(MTN, day);
        return await().until(
                        () -> given().auth()
                                .oauth2(TestToken.of(Role.AUDITOR)
                                        .tenant(tenant)
                                        .sign())
                                .get("/api/payments/cases")
                                .jsonPath()
                                .getList("items.caseId", String.class),
                        cases -> !cases.isEmpty())
                .getFirst();
    }

    private static Response as(TestToken who, Map<String, ?> body, String method, String path) {
        Response answer = given().auth()
                .oauth2(who.sign())
                .contentType("application/json")
                .body(body)
                .request(method, path);
        answer.then().statusCode(lessThan(300));
        return answer;
    }
}
