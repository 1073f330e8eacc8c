package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.intake.LicenceFile;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** Whoever gets hold of the register's tables learns from them neither who is licensed nor for what. */
@QuarkusTest
class SealedRegisterStoryTest extends StoryTest {

    private static final String LICENCES = "/api/compliance/licences";
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private static final List<String> SEALED = List.of(
            "licence.subject",
            "licence_word.number",
            "licence_word.holder",
            "licence_word.holder_tin",
            "licence_word.vehicle_plate");

    @Inject
    LicenceWords words;

    private final long unique = ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
    private final String plate = "RA" + letters(2) + unique % 10_000 + letters(3);
    private final String licenceNumber = "DL" + unique;
    private final String paperNumber = "PAPER-" + unique;
    private final String holder = "Uwimana " + unique;
    private final String holderTin = Long.toString(unique);

    private final Driver driver = new Driver(UUID.randomUUID(), UUID.randomUUID(), licenceNumber, plate, null);

    @Test
    void after_answers_files_and_entries_no_number_and_no_name_stands_in_clear_and_all_is_found() {
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        authorities.registerKnows(driver, LAST_DAY.toString());
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        handIn("DRIVING_LICENCE," + licenceNumber);
        String waiting = propose();
        String rejected = propose();
        decide(rejected, "reject");

        assertThat(inClear()).isEmpty();
        assertThat(kindsOf("dl " + unique)).containsExactlyInAnyOrder("DRIVER_AUTHORISATION", "DRIVING_LICENCE");
        assertThat(kindsOf(plate.toLowerCase(Locale.ROOT))).containsExactly("VEHICLE_AUTHORISATION");
        find("dl " + unique, "&kind=DRIVING_LICENCE")
                .body("items.number", contains(paperNumber))
                .body("items.holder", contains(holder))
                .body("items.holderTin", contains(holderTin))
                .body("items.vehiclePlate", contains(plate));
        assertThat(leftOf(rejected)).isEmpty();
        assertThat(leftOf(waiting)).hasSize(5).allMatch(value -> value.startsWith("v1:"));
        decide(waiting, "approve").body("state", equalTo("APPROVED"));
        assertThat(leftOf(waiting)).isEmpty();
        assertThat(inClear()).isEmpty();
        find(licenceNumber, "&kind=DRIVING_LICENCE").body("items.source", contains("MANUAL"));
    }

    @Test
    void what_was_on_record_in_clear_is_sealed_by_the_job_and_found_and_the_same_word_is_no_news() {
        String tenant = "tenant-" + UUID.randomUUID();
        jdbi.useTransaction(sql -> takeOverInClear(sql, tenant));

        // Each look tries each constraint for two seconds and gives way to who works on the table.
        await().atMost(Duration.ofMinutes(5)).until(() -> inClear().isEmpty() && clearIsRefused());

        as(TestToken.of(Role.GOVERNMENT).tenant(tenant))
                .get(LICENCES + "?subject=" + licenceNumber)
                .then()
                .body("items.number", contains(paperNumber))
                .body("items.vehiclePlate", contains(plate));
        Said same = new Said(
                tenant,
                new LicenceQuestion(LicenceKind.DRIVER_AUTHORISATION, licenceNumber),
                null,
                Source.REGISTER,
                new OnRecord(new Licence(paperNumber, Licence.Status.VALID, LAST_DAY, plate)));
        List<UUID> news = jdbi.inTransaction(sql -> words.say(sql, List.of(same), Behind.register(Instant.now())));
        assertThat(news).isEmpty();
    }

    @Test
    void a_driver_gets_the_own_licences_and_when_forgotten_nothing_is_left_but_room_for_another_of_that_number() {
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        handIn("DRIVING_LICENCE," + licenceNumber);
        PrivacyTrial copy = new PrivacyTrial(jdbi, "compliance-service", driver.driverId());
        assertThat(copy.ask(PrivacyWish.EXPORT).getRecords()).isEqualTo(3);
        copy.part(driver.driverId())
                .statusCode(200)
                .body("sets.find { it.set == 'licences' }.rows.subject", contains(licenceNumber))
                .body("sets.find { it.set == 'licence_words' }.rows.number", contains(paperNumber))
                .body("sets.find { it.set == 'licence_words' }.rows.holder", contains(holder));

        new PrivacyTrial(jdbi, "compliance-service", driver.driverId()).ask(PrivacyWish.ERASE);

        find(licenceNumber, "").body("items", hasSize(0));
        assertThat(inClear()).isEmpty();
        assertThat(count("select count(*) from licence where holder_id = '" + driver.driverId() + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from licence left join licence_word using (licence_id) where holder_id = '"
                        + driver.driverId() + "' and num_nonnulls(subject, subject_index, word_id) > 0"))
                .isZero();

        handIn("DRIVING_LICENCE, " + licenceNumber);
        find(licenceNumber, "").body("items", hasSize(1)).body("items.number", contains(paperNumber));
    }

    /** As the migration leaves what was kept before there was a register. */
    private void takeOverInClear(Handle sql, String tenant) {
        for (String column : SEALED) {
            String table = column.substring(0, column.indexOf('.'));
            sql.execute("alter table %s drop constraint %s_sealed".formatted(table, column.replace('.', '_')));
        }
        sql.execute("""
                with licence as (
                  insert into licence (tenant, kind, subject) values (?, 'DRIVER_AUTHORISATION', ?) returning licence_id, tenant)
                insert into licence_word (licence_id, source, tenant, on_record, number, status, valid_until, vehicle_plate,
                                          said_at)
                select licence_id, 'REGISTER', tenant, true, ?, 'VALID', ?, ?, now() from licence""", tenant, licenceNumber, paperNumber, LAST_DAY, plate);
    }

    private boolean clearIsRefused() {
        return SEALED.stream()
                .map(column -> column.replace('.', '_') + "_sealed")
                .allMatch(name ->
                        count("select count(*) from pg_constraint where convalidated and conname = '" + name + "'")
                                == 1);
    }

    /** Where any of it can be read, e.g. {@code licence_word: PAPER-1}; of the fleet, cases and journeys others tell. */
    private List<String> inClear() {
        return Stream.of(licenceNumber, paperNumber, holder, holderTin, plate)
                .flatMap(text -> PrivacyTrial.tablesWith(jdbi, text).stream()
                        .filter(table -> table.startsWith("licence"))
                        .map(table -> table + ": " + text))
                .toList();
    }

    /** What the entry still holds that identifies anybody, as it is stored. */
    private List<String> leftOf(String proposalId) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                        select value from licence_proposal
                          cross join lateral unnest(array[subject, number, holder, holder_tin, vehicle_plate]) as value
                         where proposal_id = cast(:proposalId as uuid) and value is not null""")
                .bind("proposalId", proposalId)
                .mapTo(String.class)
                .list());
    }

    private List<String> kindsOf(String subject) {
        return find(subject, "").extract().jsonPath().getList("items.kind");
    }

    private static ValidatableResponse find(String subject, String further) {
        return as(TestToken.of(Role.GOVERNMENT))
                .get(LICENCES + "?subject=" + subject + further)
                .then()
                .statusCode(200);
    }

    private void handIn(String kindAndSubject) {
        as(TestToken.of(Role.GOVERNMENT))
                .contentType("text/csv")
                .body(LicenceFile.head() + "\r\n" + kindAndSubject + "," + paperNumber + ",VALID,2026-01-01," + LAST_DAY
                        + "," + holder + "," + holderTin + ",," + plate + ",B\r\n")
                .post(LICENCES + "/imports")
                .then()
                .statusCode(200)
                .body("taken", equalTo(1));
    }

    private String propose() {
        return as(TestToken.of(Role.GOVERNMENT).person(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .body(Map.ofEntries(
                        Map.entry("kind", "DRIVING_LICENCE"),
                        Map.entry("subject", licenceNumber),
                        Map.entry("number", paperNumber),
                        Map.entry("status", "VALID"),
                        Map.entry("issuedOn", "2026-01-01"),
                        Map.entry("validUntil", LAST_DAY.toString()),
                        Map.entry("holder", holder),
                        Map.entry("holderTin", holderTin),
                        Map.entry("vehiclePlate", plate),
                        Map.entry("categories", "B"),
                        Map.entry("reason", "seen on paper")))
                .post(LICENCES + "/proposals")
                .then()
                .statusCode(200)
                .body("licence.holder", equalTo(holder))
                .extract()
                .path("proposalId");
    }

    private static ValidatableResponse decide(String proposalId, String verdict) {
        return as(TestToken.of(Role.GOVERNMENT))
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "compared with the paper"))
                .post(LICENCES + "/proposals/" + proposalId + "/" + verdict)
                .then()
                .statusCode(200);
    }

    private static String letters(int number) {
        return ThreadLocalRandom.current()
                .ints(number, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static RequestSpecification as(TestToken who) {
        return given().auth().oauth2(who.sign());
    }
}
