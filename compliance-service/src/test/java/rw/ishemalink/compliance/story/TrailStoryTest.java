package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.local.audit.TrailCopy;
import rw.ishemalink.local.audit.TrailCopy.Checked;
import rw.ishemalink.local.audit.TrailCopy.Noted;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.access.AccessRecord;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;

/** The trail as those who check use it: search, copy, verify; and what looking at it leaves behind. */
@QuarkusTest
class TrailStoryTest extends StoryTest {

    private static final String FEED = "gov.rra.receipts/RraReceipt";
    private static final String ISSUED = "compliance.events/RECEIPT_ISSUED";

    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
    private final UUID auditor = UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_compliance_and_others_told_of_a_booking_is_found_by_booking_and_by_person() {
        paidAndReceipted();
        for (String query : List.of("booking=" + journey.bookingId(), "person=" + journey.senderId())) {
            JsonPath page = search(query).extract().jsonPath();
            assertThat(page.<String>getList("entries.type")).as(query).contains("booking.events/PAID");
        }
        search("booking=" + journey.bookingId() + "&type=" + ISSUED)
                .body("entries", hasSize(1))
                .body("entries[0].actorRole", equalTo("SYSTEM"));
        search("booking=" + journey.bookingId() + "&to=2020-01-01T00:00:00Z").body("entries", hasSize(0));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        paidAndReceipted();
        String query = "booking=" + journey.bookingId();
        List<String> all = search(query).extract().jsonPath().getList("entries.eventId");
        JsonPath first = search(query + "&limit=1").extract().jsonPath();
        JsonPath rest =
                search(query + "&after=" + first.getString("next")).extract().jsonPath();
        assertThat(first.<String>getList("entries.eventId")).containsExactly(all.getFirst());
        assertThat(rest.<String>getList("entries.eventId"))
                .startsWith(all.subList(1, all.size()).toArray(String[]::new));
    }

    @Test
    void a_copy_of_a_booking_proves_itself_to_a_program_that_shares_no_code_and_one_byte_spoils_it()
            throws IOException {
        paidAndReceipted();
        Path copy = folder.resolve("trail.ndjson");
        String text = with(Role.AUDITOR)
                .get("/api/audit/export?booking=" + journey.bookingId())
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        Files.writeString(copy, text);
        Checked checked = TrailCopy.check(copy, Optional.empty());
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.entries()).isGreaterThanOrEqualTo(2);

        Noted end = noted(checked.end());
        with(Role.AUDITOR)
                .get("/api/audit/verify?sequence=" + end.sequence() + "&hash=" + end.hash())
                .then()
                .body("intact", equalTo(true));
        with(Role.AUDITOR)
                .get("/api/audit/verify?sequence=" + end.sequence() + "&hash=" + "f".repeat(64))
                .then()
                .body("intact", equalTo(false))
                .body("findings[0].kind", equalTo("NOT_AS_NOTED"));

        Files.writeString(copy, text.replaceFirst("SENDER", "SENDEr"));
        assertThat(TrailCopy.check(copy, Optional.empty()).findings())
                .first()
                .asString()
                .contains(journey.bookingId().toString());
    }

    @Test
    void looking_at_somebodys_entries_is_itself_on_record_and_the_person_can_read_who_looked() {
        paidAndReceipted();
        try (EventTap accesses = EventTap.on(Topics.ACCESS_RECORDS)) {
            search("booking=" + journey.bookingId());
            AccessRecord seen = accesses.awaitOne(
                    AccessRecord.class, record -> journey.senderId().equals(record.getSubjectId()));
            assertThat(seen.getWhat()).isEqualTo("TRAIL");
            assertThat(seen.getViewerId()).isEqualTo(auditor);
            assertThat(seen.getViewerRole()).isEqualTo("AUDITOR");
            assertThat(seen.getBookingId()).isEqualTo(journey.bookingId());
        }
        await().until(() ->
                ownAccesses(journey.senderId()).getList("accesses.what").contains("TRAIL"));
        assertThat(ownAccesses(journey.senderId()).getList("accesses.viewerId")).contains(auditor.toString());
        assertThat(ownAccesses(UUID.randomUUID()).getList("accesses")).isEmpty();
    }

    @Test
    void a_receipt_that_staff_read_is_on_record_and_one_that_its_sender_reads_is_not() {
        paidAndReceipted();
        String path = "/api/compliance/bookings/" + journey.bookingId() + "/receipt";
        given().auth()
                .oauth2(TestToken.of(Role.SENDER).person(journey.senderId()).sign())
                .get(path)
                .then()
                .statusCode(200);
        with(Role.AUDITOR).get(path).then().statusCode(200);
        try (EventTap accesses = EventTap.on(Topics.ACCESS_RECORDS)) {
            accesses.awaitOne(
                    AccessRecord.class,
                    record -> journey.bookingId().equals(record.getBookingId())
                            && record.getWhat().equals("BOOKING"));
            assertThat(accesses.listFor(journey.senderId(), AccessRecord.class))
                    .filteredOn(record -> record.getWhat().equals("BOOKING"))
                    .extracting(AccessRecord::getViewerId)
                    .containsExactly(auditor);
        }
    }

    @Test
    void government_sees_its_matters_and_not_who_was_told_or_looked() {
        paidAndReceipted();
        search("booking=" + journey.bookingId());
        await().until(() -> types(Role.AUDITOR).contains("access.records/TRAIL"));
        assertThat(types(Role.GOVERNMENT)).contains(ISSUED).noneMatch(type -> type.startsWith("access."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/export", "/verify", "/bookings/00000000-0000-0000-0000-000000000001"})
    void without_a_token_or_the_role_nothing_is_answered(String path) {
        given().get("/api/audit" + path).then().statusCode(401);
        for (Role role :
                new Role[] {Role.SENDER, Role.DRIVER, Role.OPERATOR, Role.DISPATCHER, Role.CUSTOMS_INSPECTOR}) {
            with(role).get("/api/audit" + path).then().statusCode(403);
        }
    }

    @Test
    void without_a_token_nobodys_accesses_are_answered() {
        given().get("/api/audit/access/me").then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "GOVERNMENT", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void another_tenants_trail_does_not_exist(Role role) {
        paidAndReceipted();
        String token = TestToken.of(role).tenant("geo-" + UUID.randomUUID()).sign();
        given().auth()
                .oauth2(token)
                .get("/api/audit?booking=" + journey.bookingId())
                .then()
                .statusCode(200)
                .body("entries", hasSize(0));
        given().auth().oauth2(token).get("/api/audit/verify").then().body("checked", equalTo(0));
        String copy = given().auth()
                .oauth2(token)
                .get("/api/audit/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(copy.lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "?booking=1, bad-parameter",
        "?from=yesterday, bad-parameter",
        "?after=1, bad-parameter",
        "?limit=501, bad-parameter",
        "?type=PAID, bad-parameter",
        "/verify?sequence=1, sequence-and-hash",
        "/verify?from=0, bad-parameter"
    })
    void what_cannot_be_asked_is_said_with_400(String path, String code) {
        with(Role.AUDITOR)
                .get("/api/audit" + path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    private void paidAndReceipted() {
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        await().until(() -> types(Role.AUDITOR).containsAll(List.of("booking.events/PAID", ISSUED, FEED)));
    }

    private List<String> types(Role role) {
        return with(role)
                .get("/api/audit?limit=500&booking=" + journey.bookingId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries.type");
    }

    private JsonPath ownAccesses(UUID person) {
        return given().auth()
                .oauth2(TestToken.of(Role.SENDER).person(person).sign())
                .get("/api/audit/access/me")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse search(String query) {
        return with(Role.AUDITOR).get("/api/audit?" + query).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification with(Role role) {
        return given().auth().oauth2(TestToken.of(role).person(auditor).sign());
    }

    private static Noted noted(String end) {
        String[] parts = end.split(":", -1);
        return new Noted(Long.parseLong(parts[0]), parts[1]);
    }
}
