package rw.ishemalink.identity.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tenant.TenantChange;
import rw.ishemalink.schemas.tenant.TenantEvent;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class TenantsTest {

    private static final String ONE = "/api/auth/tenants/{tenant}";
    private static final Map<String, Object> BRAND = Map.of(
            "name", "Inzira Express",
            "languages", List.of("rw", "en"),
            "senderId", "INZIRA",
            "mailFrom", "hello@inzira.example",
            "colour", "#0A7F3C",
            "supportPhone", "0788 123 456");

    @Inject
    Jdbi jdbi;

    private Account platform;
    private String tenant;

    @BeforeEach
    void aNewTenant() {
        platform = Accounts.platformAdmin();
        tenant = Accounts.newTenant();
    }

    @Test
    void what_stood_before_anybody_listened_is_told_once() {
        try (EventTap told = EventTap.on(Topics.TENANT_EVENTS)) {
            TenantEvent first = told.awaitOne(
                    TenantEvent.class, event -> event.getTenant().getCode().equals("ishemalink"));
            assertThat(first.getChange()).isEqualTo(TenantChange.OPENED);
            assertThat(first.getTenant().getOpen()).isTrue();
            assertThat(first.getTenant().getLanguages()).containsExactly(Language.EN, Language.RW, Language.FR);
            TenantEvent ours = told.awaitOne(
                    TenantEvent.class, event -> event.getTenant().getCode().equals(tenant));
            assertThat(ours.getChange()).isEqualTo(TenantChange.OPENED);
            assertThat(told.countFor(first.getTenant().getTenantId())).isEqualTo(1);
        }
    }

    @Test
    void a_tenants_administrator_dresses_the_brand_and_the_platform_sets_the_terms() {
        Account admin = Accounts.with(tenant, Role.TENANT_ADMIN);
        try (EventTap told = EventTap.on(Topics.TENANT_EVENTS)) {
            admin.call()
                    .body(BRAND)
                    .put(ONE + "/brand", tenant)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("Inzira Express"))
                    .body("languages", contains("rw", "en"))
                    .body("supportPhone", equalTo("+250788123456"));
            platform.call()
                    .body(Map.of("commissionPercent", 12, "tariffSet", "inzira-2027"))
                    .put(ONE + "/terms", tenant)
                    .then()
                    .statusCode(200);
            admin.call()
                    .get(ONE, tenant)
                    .then()
                    .statusCode(200)
                    .body("colour", equalTo("#0A7F3C"))
                    .body("commissionPercent", equalTo(12));
            TenantEvent event = told.awaitOne(
                    TenantEvent.class,
                    it -> it.getTenant().getCode().equals(tenant)
                            && it.getMetadata().getSequence() == 3);
            assertThat(event.getChange()).isEqualTo(TenantChange.CHANGED);
            assertThat(event.getTenant().getSenderId()).isEqualTo("INZIRA");
            assertThat(event.getTenant().getCommissionPercent()).isEqualTo(12);
            assertThat(event.getTenant().getTariffSet()).isEqualTo("inzira-2027");
        }
    }

    @Test
    void a_newcomer_is_addressed_in_the_brands_first_language() {
        platform.call().body(BRAND).put(ONE + "/brand", tenant).then().statusCode(200);
        String phone = Accounts.newPhone();
        Codes.request(tenant, phone).then().statusCode(202);

        assertThat(Codes.awaitMessage(tenant, phone, 1).getLanguage()).isEqualTo(Language.RW);
    }

    @Test
    void of_a_closed_tenant_nobody_logs_in_until_it_opens_again() {
        Account person = Accounts.login(tenant, Accounts.newPhone());
        String code = Accounts.newCode(person);
        platform.call().post(ONE + "/close", tenant).then().statusCode(200).body("open", equalTo(false));
        platform.call().post(ONE + "/close", tenant).then().statusCode(200);

        refresh(person, 401);
        Codes.request(tenant, person.phone())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:tenant-closed"));
        Codes.exchange(tenant, person.phone(), code).then().statusCode(403);

        platform.call().post(ONE + "/reopen", tenant).then().statusCode(200).body("open", equalTo(true));
        Codes.exchange(tenant, person.phone(), code).then().statusCode(200);
    }

    @Test
    void the_platforms_own_tenant_stays_open() {
        platform.call().post(ONE + "/close", "ishemalink").then().statusCode(409);
        assertThatThrownBy(() -> jdbi.useHandle(
                        sql -> sql.execute("update tenant set open = false where tenant = 'ishemalink'")))
                .hasMessageContaining("platform_stays_open");
    }

    @Test
    void nobody_changes_anothers_brand_or_the_own_terms() {
        Account admin = Accounts.with(tenant, Role.TENANT_ADMIN);
        String other = Accounts.newTenant();
        admin.call().get(ONE, other).then().statusCode(404);
        admin.call().body(BRAND).put(ONE + "/brand", other).then().statusCode(404);
        admin.call().body(Map.of()).put(ONE + "/terms", tenant).then().statusCode(403);
        admin.call().post(ONE + "/close", tenant).then().statusCode(403);
        admin.call().post(ONE + "/reopen", tenant).then().statusCode(403);
        admin.call().get("/api/auth/tenants").then().statusCode(403);
        given().get(ONE, tenant).then().statusCode(401);
        Accounts.newcomer().call().get(ONE, "ishemalink").then().statusCode(403);
        platform.call().get(ONE, "no-such-brand").then().statusCode(404);
        platform.call().get("/api/auth/tenants").then().statusCode(200).body("tenant", hasItems("ishemalink", tenant));
    }

    @Test
    void what_networks_and_browsers_would_not_take_is_named() {
        platform.call()
                .body(Map.of("name", "X", "languages", List.of(), "senderId", "no spaces", "colour", "green"))
                .put(ONE + "/brand", tenant)
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("colour", "languages", "senderId"));
        platform.call()
                .body(Map.of("commissionPercent", 101))
                .put(ONE + "/terms", tenant)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("commissionPercent"));
        platform.call().get(ONE, tenant).then().body("$", not(hasKey("colour")));
    }

    private static void refresh(Account account, int status) {
        given().contentType("application/json")
                .body(Map.of("refreshToken", account.refreshToken()))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(status);
    }
}
