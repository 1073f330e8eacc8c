package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.tenant.Tenant;
import rw.ishemalink.schemas.tenant.TenantChange;
import rw.ishemalink.schemas.tenant.TenantEvent;

/** What who runs a tenant sees of its messages: the texts under its brand, and what they cost. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class TenantTest {

    private static final String TEMPLATES = "/api/notifications/templates";
    private static final String COSTS = "/api/notifications/costs?month=";

    @Inject
    Jdbi jdbi;

    private final String tenant = "t" + UUID.randomUUID();

    @Test
    void texts_are_shown_as_they_would_go_out_under_the_tenants_brand() {
        opened("SafeBoda Rwanda", 2);
        preview("RIDE_OFFER", Map.of("language", "FR", "parameters", Map.of("francs", "1234567", "to", "Gisozi")))
                .statusCode(200)
                .body("channel", equalTo("SMS"))
                .body("text", startsWith("SafeBoda :"))
                .body("text", containsString("1 234 567 RWF"))
                .body("text", containsString("Gisozi"))
                .body("parts", equalTo(1))
                .body("subject", nullValue());
        preview("CUSTOMS_DOCUMENTS", Map.of("language", "EN", "parameters", Map.of("destination", "<b>Kampala</b>")))
                .statusCode(200)
                .body("subject", containsString("ISH-7K2M9QXZ"))
                .body("text", containsString("SafeBoda Rwanda"))
                .body("html", containsString("#112233"))
                .body("html", containsString("&lt;b&gt;Kampala"))
                .body("html", not(containsString("<b>Kampala")));
    }

    @Test
    void an_older_event_does_not_undo_a_newer_one() {
        opened("Second", 2);
        publish("First", 1);
        publish("Third", 3);
        await().untilAsserted(
                        () -> preview("RECOVERED", Map.of("language", "EN")).body("text", startsWith("Third:")));
    }

    @Test
    void a_tenant_that_told_of_no_brand_has_the_platforms() {
        preview("RECOVERED", Map.of("language", "EN")).body("text", startsWith("IshemaLink:"));
    }

    @Test
    void every_text_is_listed_with_its_urgency_and_parameters() {
        as(Role.TENANT_ADMIN)
                .get(TEMPLATES)
                .then()
                .statusCode(200)
                .body("", hasSize(Template.values().length))
                .body("find { it.template == 'RIDE_OFFER' }.urgency", equalTo("WORK"))
                .body("find { it.template == 'RIDE_OFFER' }.parameters", hasItem("francs"));
    }

    @Test
    void what_cannot_be_shown_is_said_so() {
        preview("NO_SUCH", Map.of("language", "EN")).statusCode(404);
        preview("RECOVERED", Map.of("language", "EN", "parameters", Map.of("francs", "1")))
                .statusCode(400);
        preview("RIDE_OFFER", Map.of("language", "EN", "parameters", Map.of("francs", "many")))
                .statusCode(400);
        preview("RIDE_OFFER", Map.of("language", "EN", "parameters", Map.of("to", "x".repeat(201))))
                .statusCode(400);
        preview("RIDE_OFFER", Map.of()).statusCode(400);
    }

    @Test
    void what_messages_cost_is_added_up_for_the_own_tenant_only() {
        Story story = new Story(BookingKind.RIDE, Language.EN, null);
        story.booking(BookingChange.FAILED);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
        await().until(() -> jdbi.withHandle(sql -> sql.createQuery(
                        "select exists (select from message where person_id = ? and provider is not null)")
                .bind(0, story.sender)
                .mapTo(Boolean.class)
                .one()));
        jdbi.useHandle(sql -> sql.execute("update message set tenant = ? where person_id = ?", tenant, story.sender));

        as(Role.TENANT_ADMIN)
                .get(COSTS + YearMonth.now(ZoneId.of("Africa/Kigali")))
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].channel", equalTo("SMS"))
                .body("[0].provider", equalTo("AFRICAS_TALKING"))
                .body("[0].template", equalTo("PAYMENT_TIMED_OUT"))
                .body("[0].currency", equalTo("RWF"))
                .body("[0].messages", equalTo(1))
                .body("[0].parts", equalTo(1))
                .body("[0].costHundredths", equalTo(1000))
                .body("[0].withoutPrice", equalTo(0));
        as(Role.TENANT_ADMIN).get(COSTS + "2020-01").then().statusCode(200).body("", hasSize(0));
        given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN)
                        .tenant("t" + UUID.randomUUID())
                        .sign())
                .get(COSTS + YearMonth.now(ZoneId.of("Africa/Kigali")))
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void a_month_that_is_none_is_400() {
        as(Role.TENANT_ADMIN).get(COSTS + "November").then().statusCode(400);
        as(Role.TENANT_ADMIN).get(COSTS + "2026-13").then().statusCode(400);
        as(Role.TENANT_ADMIN).get(COSTS + "%2B999999999-12").then().statusCode(400);
        as(Role.TENANT_ADMIN).get("/api/notifications/costs").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TENANT_ADMIN", "PLATFORM_ADMIN"})
    void who_runs_no_tenant_sees_neither(Role role) {
        as(role).get(TEMPLATES).then().statusCode(403);
        as(role).contentType(ContentType.JSON)
                .body(Map.of("language", "EN"))
                .post(TEMPLATES + "/RECOVERED/preview")
                .then()
                .statusCode(403);
        as(role).get(COSTS + "2026-11").then().statusCode(403);
    }

    @Test
    void without_a_token_there_is_nothing() {
        given().get(TEMPLATES).then().statusCode(401);
        given().get(COSTS + "2026-11").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("language", "EN"))
                .post(TEMPLATES + "/RECOVERED/preview")
                .then()
                .statusCode(401);
    }

    private void opened(String name, long sequence) {
        publish(name, sequence);
        await().until(() ->
                jdbi.withHandle(sql -> sql.createQuery("select exists (select from tenant_brand where tenant = ?)")
                        .bind(0, tenant)
                        .mapTo(Boolean.class)
                        .one()));
    }

    private void publish(String name, long sequence) {
        UUID tenantId = UUID.nameUUIDFromBytes(tenant.getBytes(UTF_8));
        EventSource.publish(
                Topics.TENANT_EVENTS,
                tenantId,
                TenantEvent.newBuilder()
                        .setMetadata(Events.metadata(tenant, sequence))
                        .setChange(TenantChange.CHANGED)
                        .setTenant(Tenant.newBuilder()
                                .setTenantId(tenantId)
                                .setCode(tenant)
                                .setName(name)
                                .setOpen(true)
                                .setLanguages(List.of(Language.RW))
                                .setSenderId("SafeBoda")
                                .setColour("#112233")
                                .build())
                        .build());
    }

    private ValidatableResponse preview(String template, Map<String, Object> wanted) {
        return as(Role.TENANT_ADMIN)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(TEMPLATES + "/" + template + "/preview")
                .then();
    }

    private RequestSpecification as(Role role) {
        return given().auth().oauth2(TestToken.of(role).tenant(tenant).sign());
    }
}
