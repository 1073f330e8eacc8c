package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.payees.Payees;

/** Who may be paid what, and who may see it. At most 100,000 francs a day here, and 500 at least. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PayoutAccessTest {

    private static final String PAYOUTS = "/api/payments/payouts";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Payees payees;

    @Inject
    Ledger ledger;

    private final Mtn mtn = Mtn.ready();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final TestPayee driver = TestPayee.driver(tenant);
    private final TestPayee operator = TestPayee.operator(tenant);

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void without_a_token_or_with_an_old_or_foreign_one_nothing_is_paid_or_shown() {
        Map<String, Object> wish = Map.of("syncId", UUID.randomUUID());
        given().contentType("application/json").body(wish).post(PAYOUTS).then().statusCode(401);
        asks(TestToken.of(Role.DRIVER).expired().sign(), wish).statusCode(401);
        asks(TestToken.of(Role.DRIVER).signWithForeignKey(), wish).statusCode(401);
        given().get(PAYOUTS).then().statusCode(401);
        given().get(PAYOUTS + "/" + UUID.randomUUID()).then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DRIVER", "OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_drivers_and_operators_are_paid(Role role) {
        asks(TestToken.of(role).tenant(tenant).sign(), Map.of("syncId", UUID.randomUUID()))
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DRIVER", "OPERATOR", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void payouts_are_closed_to_who_has_nothing_to_do_with_them(Role role) {
        gets(TestToken.of(role).tenant(tenant).sign(), PAYOUTS).statusCode(403);
        gets(TestToken.of(role).tenant(tenant).sign(), PAYOUTS + "/" + UUID.randomUUID())
                .statusCode(403);
    }

    @Test
    void who_speaks_for_no_operator_is_nobody_to_pay() {
        problem(
                asks(TestToken.of(Role.OPERATOR).tenant(tenant).sign(), Map.of("syncId", UUID.randomUUID())),
                403,
                "nobody-to-pay");
    }

    @Test
    void a_wish_without_a_syncId_or_for_nothing_says_what_to_mend() {
        asks(driver.token(), Map.of()).statusCode(400).body("errors[0].field", equalTo("syncId"));
        for (long amount : List.of(0L, -500L)) {
            asks(driver.token(), Map.of("syncId", UUID.randomUUID(), "amount", amount))
                    .statusCode(400)
                    .body("errors[0].field", equalTo("amount"));
        }
        asks(driver.token(), Map.of("syncId", "today"))
                .statusCode(400)
                .body("type", startsWith("urn:ishemalink:problem:"));
    }

    @Test
    void who_is_owed_nothing_gets_nothing_and_another_tenants_debt_is_not_theirs() {
        earned(driver, 9_000);
        TestPayee elsewhere = new TestPayee(
                new AccountKey("other-" + tenant, driver.account().account(), driver.party()), driver.phone());
        problem(wish(elsewhere, null), 409, "no-wallet");
        TestPayee idle = TestPayee.driver(tenant);
        unitOfWork.run(tx -> idle.known(tx, payees));
        problem(wish(idle, null), 409, "nothing-owed");
    }

    @Test
    void no_more_is_paid_than_is_owed_and_no_less_than_the_minimum() {
        earned(driver, 30_000);
        problem(wish(driver, 30_001L), 409, "more-than-owed").body("detail", containsString("30,000"));
        problem(wish(driver, 499L), 409, "payout-too-small").body("detail", containsString("500"));

        TestPayee small = TestPayee.driver(tenant);
        earned(small, 499);
        problem(wish(small, null), 409, "payout-too-small");
    }

    @Test
    void no_more_is_paid_than_a_day_allows() {
        onOneDay(() -> {
            TestPayee rich = TestPayee.driver(tenant);
            earned(rich, 130_000);
            problem(wish(rich, 100_001L), 409, "payout-too-large-today").body("detail", containsString("100,000"));
            wish(rich, 30_000L).statusCode(201);
            wish(rich, null).statusCode(201).body("amount", equalTo(70_000));
            problem(wish(rich, null), 409, "payout-too-large-today").body("detail", containsString(" 0 "));
        });
    }

    /** Again, if midnight in Kigali came in between. */
    private void onOneDay(Runnable story) {
        LocalDate day = today();
        try {
            story.run();
        } catch (AssertionError e) {
            if (day.equals(today())) {
                throw e;
            }
            story.run();
        }
    }

    private LocalDate today() {
        return unitOfWork.read(sql -> sql.createQuery("select (now() at time zone 'Africa/Kigali')::date")
                .mapTo(LocalDate.class)
                .one());
    }

    @Test
    void what_failed_does_not_count_against_the_day() {
        earned(driver, 150_000);
        UUID payout = wish(driver, 90_000L).extract().jsonPath().getUUID("payoutId");
        mtn.transferFails(payout, "PAYEE_NOT_FOUND");
        await().untilAsserted(() -> gets(driver.token(), PAYOUTS + "/" + payout).body("status", equalTo("FAILED")));
        wish(driver, 100_000L).statusCode(201);
    }

    @Test
    void an_operator_without_a_wallet_waits_for_one_and_is_then_paid() {
        earned(operator, 9_000);
        problem(wish(operator, null), 409, "no-wallet");
        String phone = TestBooking.freshPhone("79");
        registers(admin(), operator.party(), Map.of("phone", phone)).statusCode(200);
        wish(operator, null)
                .statusCode(201)
                .body("account", equalTo("OPERATOR_PAYABLE"))
                .body("party", equalTo(operator.party().toString()))
                .body("amount", equalTo(9_000));
    }

    @Test
    void a_changed_wallet_is_paid_neither_old_nor_new_until_it_has_rested() {
        earned(operator, 9_000);
        String old = TestBooking.freshPhone("78");
        String fresh = TestBooking.freshPhone("78");
        registers(admin(), operator.party(), Map.of("phone", old)).statusCode(200);
        registers(admin(), operator.party(), Map.of("phone", fresh))
                .statusCode(200)
                .body("standing", equalTo("WALLET_RESTS"));
        problem(wish(operator, null), 409, "wallet-rests").body("detail", containsString("T"));

        unitOfWork.run(tx -> Seed.walletsRested(tx, operator.party()));
        wish(operator, null).statusCode(201).body("phone", equalTo("***" + fresh.substring(11)));
    }

    @Test
    void a_repeated_syncId_gives_the_first_answer_and_for_another_wish_a_409() {
        earned(driver, 9_000);
        UUID syncId = UUID.randomUUID();
        Map<String, Object> wish = Map.of("syncId", syncId, "amount", 1_000);
        UUID first =
                asks(driver.token(), wish).statusCode(201).extract().jsonPath().getUUID("payoutId");
        asks(driver.token(), wish).statusCode(200).body("payoutId", equalTo(first.toString()));
        problem(asks(driver.token(), Map.of("syncId", syncId, "amount", 1_001)), 409, "sync-id-reused");
        problem(asks(driver.token(), Map.of("syncId", syncId)), 409, "sync-id-reused");

        TestPayee another = TestPayee.driver(tenant);
        earned(another, 9_000);
        asks(another.token(), wish).statusCode(201);
    }

    @Test
    void one_sees_ones_own_and_those_who_check_the_books_see_the_tenants() {
        TestPayee other = TestPayee.driver(tenant);
        earned(driver, 9_000);
        earned(other, 9_000);
        UUID payout = wish(driver, 1_000L).extract().jsonPath().getUUID("payoutId");
        wish(other, 2_000L).statusCode(201);

        gets(driver.token(), PAYOUTS).body("items.payoutId", equalTo(List.of(payout.toString())));
        gets(driver.token(), PAYOUTS + "?party=" + other.party()).body("items", hasSize(0));
        gets(operator.token(), PAYOUTS).body("items", hasSize(0));
        problem(gets(other.token(), PAYOUTS + "/" + payout), 404, "no-payout");
        problem(gets(operator.token(), PAYOUTS + "/" + payout), 404, "no-payout");
        problem(gets(driver.token(), PAYOUTS + "/" + UUID.randomUUID()), 404, "no-payout");
        for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            String own = TestToken.of(role).tenant(tenant).sign();
            gets(own, PAYOUTS).body("items.amount", equalTo(List.of(2_000, 1_000)));
            gets(own, PAYOUTS + "?party=" + driver.party()).body("items", hasSize(1));
            gets(own, PAYOUTS + "/" + payout).statusCode(200).body("amount", equalTo(1_000));
            String foreign = TestToken.of(role).tenant("other-" + tenant).sign();
            gets(foreign, PAYOUTS).body("items", hasSize(0));
            problem(gets(foreign, PAYOUTS + "/" + payout), 404, "no-payout");
        }
    }

    @Test
    void the_list_is_read_page_by_page_newest_first() {
        earned(driver, 9_000);
        for (long amount = 1_001; amount <= 1_005; amount++) {
            wish(driver, amount).statusCode(201);
        }
        List<Integer> amounts = new ArrayList<>();
        String path = PAYOUTS + "?limit=2";
        while (path != null) {
            var page = gets(driver.token(), path).statusCode(200).extract().jsonPath();
            amounts.addAll(page.getList("items.amount", Integer.class));
            String next = page.getString("next");
            path = next == null ? null : PAYOUTS + "?limit=2&after=" + next;
        }
        assertThat(amounts).containsExactly(1_005, 1_004, 1_003, 1_002, 1_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "party=me"})
    void parameters_that_make_no_sense_say_what_they_take(String parameter) {
        problem(gets(driver.token(), PAYOUTS + "?" + parameter), 400, "bad-parameter");
    }

    @Test
    void a_cursor_of_somebody_elses_making_is_400_and_a_refusal_speaks_the_callers_language() {
        problem(gets(driver.token(), PAYOUTS + "?after=x"), 400, "unknown-cursor");
        given().auth()
                .oauth2(driver.token())
                .header("Accept-Language", "rw")
                .get(PAYOUTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("title", equalTo("Nta kwishyurwa"));
    }

    @Test
    void the_contract_for_callers_names_every_path_and_no_answer_shows_a_whole_phone() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/payments/payouts/{payoutId}"))
                .body(containsString("/api/payments/payees/{party}"))
                .body(containsString("/api/payments/settlements/{settlementId}/report"));
        earned(driver, 9_000);
        String answer = wish(driver, null).extract().asString();
        assertThat(answer).doesNotContain(driver.phone().substring(1));
        gets(driver.token(), "/api/payments/payees/" + driver.party())
                .statusCode(200)
                .body("wallets[0].phone", equalTo("***" + driver.phone().substring(11)))
                .body("wallets[0].changedBy", nullValue());
    }

    private void earned(TestPayee payee, long amountRwf) {
        unitOfWork.run(tx -> payee.known(tx, payees).earns(tx, ledger, amountRwf));
    }

    private String admin() {
        return TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();
    }

    private static ValidatableResponse wish(TestPayee payee, @Nullable Long amount) {
        UUID syncId = UUID.randomUUID();
        return asks(
                payee.token(), amount == null ? Map.of("syncId", syncId) : Map.of("syncId", syncId, "amount", amount));
    }

    private static ValidatableResponse asks(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PAYOUTS)
                .then();
    }

    private static ValidatableResponse registers(String token, UUID operator, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/api/payments/payees/" + operator)
                .then();
    }

    private static ValidatableResponse gets(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
