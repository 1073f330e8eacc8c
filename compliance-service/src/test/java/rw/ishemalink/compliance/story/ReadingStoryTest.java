package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.manifest.ManifestSchema;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.ManifestReference;
import rw.ishemalink.schemas.gov.EacManifest;

@QuarkusTest
class ReadingStoryTest extends StoryTest {

    private static final Set<String> WORDS = Set.of("topic", "type", "actorRole", "from", "to", "reason");

    private final Journey journey = Journey.of(BookingKind.CARGO_INTERNATIONAL);

    @Test
    void a_sender_reads_the_receipt_the_decisions_and_the_manifest() {
        assignedExport();

        as(sender(), "receipt")
                .statusCode(200)
                .body("trackingCode", equalTo(journey.trackingCode()))
                .body("receipt.total", equalTo((int) Journey.TOTAL_RWF))
                .body("receipt.signature", equalTo("V249-J39C-FJ48-HE2W"))
                .body("receipt.internalData", equalTo("TE68-SLA2-LYA4-NSOP-ZIFQ-HBTQ-2Q"))
                .body("receipt.locallySigned", equalTo(false))
                .body("trail", hasSize(1));
        as(sender(), "decisions")
                .statusCode(200)
                .body("verdict", contains("CLEARED"))
                .body("[0].rules", hasSize(8))
                .body("[0].rules[0].legalReference", containsString("020/2023"));
        as(sender(), "manifest").statusCode(200).contentType("application/xml");
    }

    @Test
    void the_manifest_of_an_assigned_export_is_valid_told_of_once_and_made_anew_for_another_truck() throws Exception {
        Driver driver = assignedExport();
        ManifestReference issued =
                awaitEvent(journey, ComplianceChange.MANIFEST_ISSUED).getManifest();
        String xml = as(sender(), "manifest")
                .header("ETag", equalTo('"' + issued.getSha256() + '"'))
                .extract()
                .body()
                .asString();

        ManifestSchema.AWMDS.validate(xml);
        assertThat(xml)
                .contains("<Customs_office_code>GATUN</Customs_office_code>")
                .contains("<Identity_of_transporter>" + driver.plate() + "<")
                .contains("HS 0901.11 coffee");
        journey.isAssigned();
        assertThat(changesOf(journey)).containsOnlyOnce(ComplianceChange.MANIFEST_ISSUED);
        try (EventTap feed = EventTap.on(Topics.GOV_EAC_MANIFESTS)) {
            EacManifest told =
                    feed.awaitOne(EacManifest.class, one -> one.getBookingId().equals(journey.bookingId()));
            assertThat(told.getXml()).isEqualTo(xml);
            assertThat(told.getReference()).isEqualTo(journey.trackingCode());
        }

        journey.asksFor(Driver.independent().isOnboarded());
        journey.isAssigned();
        events.awaitOne(
                ComplianceEvent.class,
                event -> event.getManifest() != null
                        && event.getManifest().getReference().equals(journey.trackingCode() + "-2"));
    }

    @Test
    void before_there_is_a_receipt_or_a_manifest_the_answer_says_when_there_will_be() {
        authorities.deviceAnswers(journey, "910");
        journey.isPaid();
        changesOf(journey);

        as(sender(), "receipt").statusCode(409).body("type", equalTo("urn:ishemalink:problem:receipt-refused"));
        as(sender(), "manifest").statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-manifest"));
        as(sender(), "decisions").statusCode(200).body("", hasSize(0));
        given().auth()
                .oauth2(sender().sign())
                .header("Accept-Language", "fr")
                .get("/api/compliance/bookings/{id}/receipt", journey.bookingId())
                .then()
                .body("title", equalTo("Reçu refusé"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHER", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN", "GOVERNMENT"})
    void staff_and_government_read_all_three(Role role) {
        assignedExport();

        as(TestToken.of(role), "receipt").statusCode(200);
        as(TestToken.of(role), "decisions").statusCode(200);
        as(TestToken.of(role), "manifest").statusCode(200);
    }

    @Test
    void a_customs_inspector_reads_the_manifest_and_nothing_else() {
        assignedExport();

        as(TestToken.of(Role.CUSTOMS_INSPECTOR), "manifest").statusCode(200);
        as(TestToken.of(Role.CUSTOMS_INSPECTOR), "receipt").statusCode(404);
        as(TestToken.of(Role.CUSTOMS_INSPECTOR), "decisions").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt", "decisions", "manifest"})
    void to_all_others_there_is_no_such_booking(String what) {
        assignedExport();

        for (TestToken other : new TestToken[] {
            TestToken.of(Role.SENDER), TestToken.of(Role.DRIVER), TestToken.of(Role.OPERATOR),
            TestToken.of(Role.DISPATCHER).tenant("geo"),
                    TestToken.of(Role.GOVERNMENT).tenant("geo"), sender().tenant("geo")
        }) {
            as(other, what).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
        }
        as(sender().expired(), what).statusCode(401);
        given().get("/api/compliance/bookings/{id}/" + what, journey.bookingId())
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestToken.of(Role.PLATFORM_ADMIN).sign())
                .get("/api/compliance/bookings/{id}/" + what, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void the_trail_has_every_event_in_order_and_no_words_of_people() {
        journey.isConfirmed();
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        journey.isCancelled("call me on 0788 123 456");
        awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED);

        ValidatableResponse trail = awaitTrail("compliance.events/RECEIPT_CREDITED");
        assertThat(trail.extract().jsonPath().<String>getList("type"))
                // Who reads the trail while it fills up is on it too.
                .filteredOn(type -> !type.startsWith("gov.") && !type.startsWith("access."))
                .containsExactly(
                        "booking.events/CONFIRMED",
                        "booking.events/PAID",
                        "compliance.events/RECEIPT_ISSUED",
                        "booking.events/CANCELLED",
                        "compliance.events/RECEIPT_CREDITED");
        trail.body("find { it.type == 'booking.events/PAID' }.from", equalTo("CONFIRMED"))
                .body("find { it.type == 'booking.events/PAID' }.to", equalTo("PAID"))
                .body("find { it.type == 'booking.events/PAID' }.actorRole", equalTo("SENDER"))
                .body(
                        "find { it.type == 'booking.events/PAID' }.actorId",
                        equalTo(journey.senderId().toString()))
                .body("find { it.topic == 'compliance.events' }.actorRole", equalTo("SYSTEM"));
        assertThat(wordsOf(trail))
                .contains("booking.events/PAID")
                .doesNotContain("788")
                .doesNotContain("call me");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "GOVERNMENT", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void who_checks_reads_the_trail_of_the_own_tenant_only(Role role) {
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);

        awaitTrail("compliance.events/RECEIPT_ISSUED");
        trail(TestToken.of(role)).statusCode(200);
        trail(TestToken.of(role).tenant("geo")).statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDER", "DRIVER", "DISPATCHER", "CUSTOMS_INSPECTOR", "OPERATOR"})
    void who_does_not_check_may_not_read_the_trail(Role role) {
        trail(TestToken.of(role).person(journey.senderId())).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail_entry set actor_role = 'NOBODY'",
                "delete from trail_entry",
                "truncate trail_entry",
                "delete from manifest",
                "update dispatch_decision set verdict = 'CLEARED'"
            })
    void what_is_on_record_can_be_neither_changed_nor_deleted(String statement) {
        assignedExport();

        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute(statement)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("append-only");
    }

    private Driver assignedExport() {
        Driver driver = onboardedDriver();
        authorities.registerKnows(driver, "2099-12-31");
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        journey.isAssigned();
        awaitEvent(journey, ComplianceChange.MANIFEST_ISSUED);
        return driver;
    }

    private TestToken sender() {
        return TestToken.of(Role.SENDER).person(journey.senderId());
    }

    private ValidatableResponse as(TestToken who, String what) {
        return with(who)
                .get("/api/compliance/bookings/{id}/" + what, journey.bookingId())
                .then();
    }

    private ValidatableResponse trail(TestToken who) {
        return with(who).get("/api/audit/bookings/{id}", journey.bookingId()).then();
    }

    /** The trail, once it tells of that. */
    private ValidatableResponse awaitTrail(String type) {
        return await().until(
                        () -> trail(TestToken.of(Role.AUDITOR)),
                        answer -> answer.extract().statusCode() == 200
                                && answer.extract().jsonPath().getList("type").contains(type));
    }

    /** All that the trail says but ids and times, whose digits are any. */
    private static String wordsOf(ValidatableResponse trail) {
        List<Map<String, Object>> entries = trail.extract().jsonPath().getList("$");
        return entries.stream()
                .flatMap(entry -> entry.entrySet().stream())
                .filter(field -> WORDS.contains(field.getKey()))
                .map(field -> String.valueOf(field.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static RequestSpecification with(TestToken who) {
        return given().auth().oauth2(who.sign());
    }
}
