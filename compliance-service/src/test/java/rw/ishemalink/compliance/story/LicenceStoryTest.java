package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceSweep;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.licence.HolderKind;
import rw.ishemalink.schemas.licence.LicenceChange;
import rw.ishemalink.schemas.licence.LicenceEvent;

/** What becomes of licences over time, and in mid-trip. */
@QuarkusTest
class LicenceStoryTest extends StoryTest {

    private static final String VALID = "2099-12-31";
    private static final Duration LONG_ENOUGH_TO_ASK_AGAIN = Duration.ofMinutes(11);

    @Inject
    MovableClock clock;

    @Inject
    LicenceSweep sweep;

    private EventTap licences;

    @BeforeEach
    void listen() {
        licences = EventTap.on(Topics.LICENCE_EVENTS);
    }

    @AfterEach
    void setTheClockRight() {
        licences.close();
        clock.isRightAgain();
    }

    @Test
    void who_is_asked_for_gets_on_the_register_and_the_clearance_ends_with_what_ends_first() {
        Driver driver = onboardedDriver();
        LocalDate lastDay = LicenceClock.dayOf(clock.now()).plusDays(100);
        authorities.registerKnows(driver, lastDay.toString());
        Journey journey = cleared(driver);

        assertThat(awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED)
                        .getDecision()
                        .getValidUntil())
                .isEqualTo(lastDay);
        LicenceEvent recorded = awaitLicence(driver.driverId(), LicenceChange.RECORDED);
        assertThat(recorded.getHolderKind()).isEqualTo(HolderKind.DRIVER);
        assertThat(recorded.getValidUntil()).isEqualTo(lastDay);
        assertThat(recorded.getBookingsUnderWay()).isEmpty();
        assertThat(awaitLicence(driver.vehicleId(), LicenceChange.RECORDED).getHolderKind())
                .isEqualTo(HolderKind.VEHICLE);
    }

    @Test
    void a_licence_that_runs_out_is_warned_of_three_times_and_told_of_once_by_however_many_instances() {
        Driver driver = onboardedDriver();
        LocalDate lastDay = LicenceClock.dayOf(clock.now()).plusDays(200);
        authorities.registerKnows(driver, lastDay.toString());
        cleared(driver);
        awaitLicence(driver.driverId(), LicenceChange.RECORDED);

        for (int days : new int[] {30, 7, 1}) {
            clock.moveTo(LicenceClock.startOf(lastDay.minusDays(days)).plusSeconds(1));
            everyInstanceSweeps();
            awaitWarning(driver, days);
        }
        clock.moveTo(LicenceClock.startOf(lastDay.plusDays(1)).plusSeconds(1));
        everyInstanceSweeps();
        awaitLicence(driver.driverId(), LicenceChange.EXPIRED);

        List<LicenceEvent> all = licences.listFor(driver.driverId(), LicenceEvent.class);
        assertThat(all)
                .extracting(event -> event.getChange() + (event.getDaysLeft() == null ? "" : " " + event.getDaysLeft()))
                .containsExactly("RECORDED", "EXPIRING 30", "EXPIRING 7", "EXPIRING 1", "EXPIRED");
        assertThat(all)
                .extracting(event -> event.getMetadata().getSequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 5).mapToObj(Long::valueOf).toList());
    }

    @Test
    void an_authorisation_revoked_in_mid_trip_is_told_of_and_flagged_until_somebody_says_why_it_is_settled() {
        Driver driver = onboardedDriver();
        Journey journey = underWay(driver);

        authorities.clerkSays(driver, "REVOKED", VALID);
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);

        LicenceEvent revoked = awaitLicence(driver.driverId(), LicenceChange.REVOKED);
        assertThat(revoked.getBookingsUnderWay()).containsExactly(journey.bookingId());
        String flagId = flagOf(journey);
        flag(TestToken.of(Role.DISPATCHER), flagId)
                .statusCode(200)
                .body("flag.trackingCode", equalTo(journey.trackingCode()))
                .body("flag.driverId", equalTo(driver.driverId().toString()))
                .body("flag.standing", equalTo("REVOKED"))
                .body("flag.licenceKind", equalTo("DRIVER_AUTHORISATION"))
                .body("flag.bookingStatus", equalTo("ASSIGNED"))
                .body("flag.closedAt", nullValue())
                .body("history.change", contains("OPENED"));

        close(TestToken.of(Role.DISPATCHER), flagId, "handed over to another driver")
                .statusCode(200)
                .body("history.change", contains("OPENED", "CLOSED"))
                .body("history[1].reason", equalTo("handed over to another driver"))
                .body("history[1].actorRole", equalTo("DISPATCHER"));
        close(TestToken.of(Role.DISPATCHER), flagId, "again")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:flag-closed"));
        assertThat(openFlags(TestToken.of(Role.GOVERNMENT))).doesNotContain(flagId);
    }

    @Test
    void a_register_that_was_silent_in_mid_trip_is_asked_again_within_a_minute() {
        Driver driver = onboardedDriver();
        underWay(driver);
        authorities.registerIsAway();
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);
        await().until(() -> count("select count(*) from licence where asked_at is not null and holder_id = '"
                        + driver.driverId() + "'")
                == 1);
        authorities.clerkSays(driver, "REVOKED", VALID);
        authorities.registerIsBack();

        // The breaker may still be open at the first of them.
        await().until(() -> {
            clock.moveBy(Duration.ofSeconds(61));
            return licences.listFor(driver.driverId(), LicenceEvent.class).stream()
                    .anyMatch(event -> event.getChange() == LicenceChange.REVOKED);
        });
    }

    @Test
    void when_the_licence_is_given_back_the_flag_closes_by_itself() {
        Driver driver = onboardedDriver();
        Journey journey = underWay(driver);
        authorities.clerkSays(driver, "SUSPENDED", VALID);
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);
        awaitLicence(driver.driverId(), LicenceChange.SUSPENDED);
        String flagId = flagOf(journey);

        authorities.clerkSays(driver, "VALID", VALID);
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);

        awaitLicence(driver.driverId(), LicenceChange.REINSTATED);
        flag(TestToken.of(Role.AUDITOR), flagId)
                .body("history.change", contains("OPENED", "CLOSED"))
                .body("history[1].actorRole", equalTo("SYSTEM"));
    }

    @Test
    void a_licence_that_the_register_has_no_more_was_taken_away() {
        Driver driver = onboardedDriver();
        Journey journey = underWay(driver);
        authorities.registerAnswers(WireMock.aResponse().withStatus(404));
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);

        assertThat(awaitLicence(driver.driverId(), LicenceChange.REVOKED).getBookingsUnderWay())
                .containsExactly(journey.bookingId());
    }

    static Stream<ResponseDefinitionBuilder> noAnswers() {
        return Stream.of(
                WireMock.aResponse().withStatus(503),
                WireMock.aResponse().withStatus(401),
                WireMock.okJson("<html>proxy</html>"),
                WireMock.okJson("{\"number\": \"R\", \"status\": \"PERHAPS\", \"validUntil\": \"2099-12-31\"}"));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void without_an_answer_that_can_be_used_the_cached_one_counts_and_without_one_the_dispatch_waits(
            ResponseDefinitionBuilder noAnswer) {
        Driver known = onboardedDriver();
        authorities.registerKnows(known, VALID);
        cleared(known);
        authorities.registerAnswers(noAnswer);

        cleared(known);
        Journey waiting = asking(onboardedDriver());
        awaitEvent(waiting, ComplianceChange.DISPATCH_WAITING);
    }

    @Test
    void when_the_register_answers_what_it_said_before_does_not_count() {
        Driver driver = onboardedDriver();
        authorities.registerKnows(driver, VALID);
        cleared(driver);
        authorities.clerkSays(driver, "REVOKED", VALID);

        awaitEvent(asking(driver), ComplianceChange.DISPATCH_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHER", "GOVERNMENT", "CUSTOMS_INSPECTOR", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void the_control_tower_sees_the_flags_of_the_tenant(Role role) {
        String flagId = flagged(Driver.independent());

        flag(TestToken.of(role), flagId).statusCode(200);
        flag(TestToken.of(role).tenant("geo"), flagId).statusCode(404);
    }

    @Test
    void an_operator_sees_the_own_fleet_s_flags_and_closes_none() {
        Driver driver = Driver.of("100000077");
        authorities.registerKnowsOperator("100000077", VALID);
        String flagId = flagged(driver);
        UUID fleet = Objects.requireNonNull(driver.operator()).getOperatorId();

        assertThat(openFlags(TestToken.of(Role.OPERATOR).operator(fleet))).containsExactly(flagId);
        flag(TestToken.of(Role.OPERATOR).operator(fleet), flagId).statusCode(200);
        flag(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()), flagId).statusCode(404);
        flag(TestToken.of(Role.OPERATOR), flagId)
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:no-operator"));
        close(TestToken.of(Role.OPERATOR).operator(fleet), flagId, "it is nothing")
                .statusCode(403);
    }

    @Test
    void all_others_see_and_close_no_flag() {
        String flagId = flagged(Driver.independent());

        for (Role role : new Role[] {Role.SENDER, Role.DRIVER, Role.AGENT, Role.SERVICE}) {
            flag(TestToken.of(role), flagId).statusCode(403);
            close(TestToken.of(role), flagId, "it is nothing").statusCode(403);
        }
        close(TestToken.of(Role.AUDITOR), flagId, "it is nothing").statusCode(403);
        close(TestToken.of(Role.DISPATCHER).tenant("geo"), flagId, "it is nothing")
                .statusCode(404);
        close(TestToken.of(Role.DISPATCHER), flagId, " ").statusCode(400);
        given().get("/api/compliance/flags").then().statusCode(401);
        given().get("/api/compliance/flags/" + flagId).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("reason", "it is nothing"))
                .post("/api/compliance/flags/" + flagId + "/close")
                .then()
                .statusCode(401);
    }

    @Test
    void a_listener_hears_of_a_flag_as_it_is_raised() {
        List<String> heard = new CopyOnWriteArrayList<>();
        String token = TestToken.of(Role.GOVERNMENT).sign();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/compliance/flags/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            CompletableFuture<?> listening =
                    http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Ear(heard)));
            // Flags from before it listens are not told again.
            List<String> raised = new ArrayList<>();
            await().until(() -> {
                raised.add(flagged(Driver.independent()));
                return heard.stream().anyMatch(line -> raised.stream().anyMatch(line::contains));
            });
            listening.cancel(true);
            http.shutdownNow();
        }
        as(TestToken.of(Role.SENDER)).get("/api/compliance/flags/stream").then().statusCode(403);
        as(TestToken.of(Role.OPERATOR))
                .get("/api/compliance/flags/stream")
                .then()
                .statusCode(403);
        given().get("/api/compliance/flags/stream").then().statusCode(401);
    }

    /** Keeps the lines of a stream. */
    private record Ear(List<String> heard) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            heard.add(line);
        }

        @Override
        public void onError(Throwable error) {
            // The test hangs up when it has heard enough.
        }

        @Override
        public void onComplete() {
            // Nobody waits for the end.
        }
    }

    @Test
    void flags_come_in_pages() {
        flagged(Driver.independent());
        flagged(Driver.independent());

        String next = as(TestToken.of(Role.GOVERNMENT))
                .get("/api/compliance/flags?open=false&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as(TestToken.of(Role.GOVERNMENT))
                .get("/api/compliance/flags?open=false&limit=1&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items[0].flagId", not(equalTo(next)));
    }

    private void everyInstanceSweeps() {
        List<Thread> instances = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    while (sweep.step()) {
                        Thread.onSpinWait();
                    }
                }))
                .toList();
        for (Thread instance : instances) {
            try {
                instance.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String flagged(Driver driver) {
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        Journey journey = underWay(driver);
        authorities.clerkSays(driver, "REVOKED", VALID);
        clock.moveBy(LONG_ENOUGH_TO_ASK_AGAIN);
        awaitLicence(driver.driverId(), LicenceChange.REVOKED);
        return flagOf(journey);
    }

    private Journey underWay(Driver driver) {
        authorities.registerKnows(driver, VALID);
        Journey journey = cleared(driver);
        awaitHandled(journey.isAssigned().getMetadata().getEventId());
        return journey;
    }

    private Journey cleared(Driver driver) {
        Journey journey = asking(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        return journey;
    }

    private static Journey asking(Driver driver) {
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isPaid();
        journey.asksFor(driver);
        return journey;
    }

    private LicenceEvent awaitLicence(UUID holderId, LicenceChange change) {
        return licences.awaitOne(
                LicenceEvent.class, event -> event.getHolderId().equals(holderId) && event.getChange() == change);
    }

    private void awaitWarning(Driver driver, int days) {
        licences.awaitOne(
                LicenceEvent.class,
                event -> event.getHolderId().equals(driver.driverId())
                        && event.getDaysLeft() != null
                        && event.getDaysLeft() == days);
    }

    /** The flag is there with the event: they are written in one transaction. */
    private String flagOf(Journey journey) {
        return jdbi.withHandle(sql -> sql.createQuery("select flag_id from licence_flag where booking_id = :bookingId")
                .bind("bookingId", journey.bookingId())
                .mapTo(String.class)
                .one());
    }

    private static List<String> openFlags(TestToken who) {
        return as(who).get("/api/compliance/flags?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.flagId");
    }

    private static ValidatableResponse flag(TestToken who, String flagId) {
        return as(who).get("/api/compliance/flags/" + flagId).then();
    }

    private static ValidatableResponse close(TestToken who, String flagId, String reason) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/compliance/flags/" + flagId + "/close")
                .then();
    }

    private static RequestSpecification as(TestToken who) {
        return given().auth().oauth2(who.sign());
    }
}
