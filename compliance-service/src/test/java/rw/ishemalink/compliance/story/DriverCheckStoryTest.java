package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.DriverCheckOutcome;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** What is said of the papers of those who want to drive, and of those who do. */
@QuarkusTest
class DriverCheckStoryTest extends StoryTest {

    private static final String VALID = "2099-12-31";

    @Inject
    MovableClock clock;

    private final Driver driver = Driver.independent();
    private EventTap checks;

    @BeforeEach
    void listen() {
        checks = EventTap.on(Topics.DRIVER_CHECKS);
    }

    @AfterEach
    void setTheClockRight() {
        checks.close();
        clock.isRightAgain();
    }

    @Test
    void who_has_all_papers_is_cleared_until_the_first_of_them_ends() {
        LocalDate lastDay = LicenceClock.dayOf(clock.now()).plusDays(100);
        authorities.registerKnows(driver, lastDay.toString());
        driver.applies(3);

        DriverCheck check = awaitCheck(1);
        assertThat(check.getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);
        assertThat(check.getPapersOf()).isEqualTo(3);
        assertThat(check.getRefusals()).isEmpty();
        assertThat(check.getValidUntil()).isEqualTo(lastDay);
        assertThat(check.getMetadata().getTenant()).isEqualTo("ishemalink");
    }

    @Test
    void who_is_not_authorised_is_refused_and_every_rule_that_refuses_is_named() {
        driver.applies(1);

        DriverCheck check = awaitCheck(1);
        assertThat(check.getOutcome()).isEqualTo(DriverCheckOutcome.REFUSED);
        assertThat(check.getRefusals()).containsExactly("RURA-DRIVER-AUTHORISATION", "RURA-VEHICLE-AUTHORISATION");
        assertThat(check.getValidUntil()).isNull();
    }

    @Test
    void a_driver_of_an_unlicensed_operator_is_refused() {
        Driver employed = Driver.of("100000077");
        authorities.registerKnows(employed, VALID);
        employed.applies(1);

        assertThat(awaitCheck(employed, 1).getRefusals()).containsExactly("RURA-OPERATOR-LICENCE");
    }

    @Test
    void without_an_answer_of_the_register_the_driver_waits_and_is_told_so_once() {
        authorities.registerKnows(driver, VALID);
        authorities.registerIsAway();
        driver.applies(1);
        assertThat(awaitCheck(1).getOutcome()).isEqualTo(DriverCheckOutcome.WAITING);
        await().until(() ->
                count("select attempts from driver_check where driver_id = '" + driver.driverId() + "'") > 1);

        authorities.registerIsBack();

        assertThat(awaitCheck(2).getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);
        assertThat(outcomes()).containsExactly(DriverCheckOutcome.WAITING, DriverCheckOutcome.CLEARED);
    }

    @Test
    void the_same_papers_are_looked_at_once_however_often_they_are_told_of() {
        authorities.registerKnows(driver, VALID);
        FleetEvent applied = driver.news(FleetChange.DRIVER_APPLIED, DriverStatus.PENDING, Driver.FAR_AWAY, 2);
        driver.tells(applied);
        awaitCheck(1);
        driver.tells(applied);
        driver.applies(1);
        awaitHandled(driver.tells(driver.news(FleetChange.DRIVER_CHANGED, DriverStatus.PENDING, Driver.FAR_AWAY, 3)));
        awaitHandled(driver.tells(driver.news(FleetChange.DRIVER_ONBOARDED, DriverStatus.ACTIVE, Driver.FAR_AWAY, 4)));
        awaitRest();

        assertThat(outcomes()).containsExactly(DriverCheckOutcome.CLEARED);
        assertThat(authorities.questionsAbout(driver)).isOne();
    }

    @Test
    void new_papers_are_looked_at_anew_and_the_answer_names_them() {
        driver.applies(1);
        awaitCheck(1);
        authorities.registerKnows(driver, VALID);
        driver.applies(2);

        DriverCheck check = awaitCheck(2);
        assertThat(check.getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);
        assertThat(check.getPapersOf()).isEqualTo(2);
    }

    @Test
    void an_authorisation_that_a_dispatch_finds_revoked_takes_the_driver_out_and_a_renewed_one_brings_them_back() {
        isCleared();
        awaitHandled(driver.tells(driver.news(FleetChange.DRIVER_ONBOARDED, DriverStatus.ACTIVE, Driver.FAR_AWAY, 2)));
        authorities.clerkSays(driver, "REVOKED", VALID);
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_REFUSED);

        DriverCheck refused = awaitCheck(2);
        assertThat(refused.getOutcome()).isEqualTo(DriverCheckOutcome.REFUSED);
        assertThat(refused.getRefusals()).containsExactly("RURA-DRIVER-AUTHORISATION");

        authorities.clerkSays(driver, "VALID", VALID);
        Journey next = Journey.of(BookingKind.CARGO_DOMESTIC);
        next.isPaid();
        next.asksFor(driver);
        awaitEvent(next, ComplianceChange.DISPATCH_CLEARED);
        assertThat(awaitCheck(3).getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);
    }

    @Test
    void a_licence_that_has_run_out_takes_the_driver_out_without_any_booking() {
        LocalDate lastDay = LicenceClock.dayOf(clock.now()).plusDays(200);
        authorities.registerKnows(driver, lastDay.toString());
        driver.applies(1);
        assertThat(awaitCheck(1).getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);

        clock.moveTo(LicenceClock.startOf(lastDay.plusDays(1)).plusSeconds(1));

        DriverCheck refused = awaitCheck(2);
        assertThat(refused.getOutcome()).isEqualTo(DriverCheckOutcome.REFUSED);
        assertThat(refused.getRefusals())
                .containsExactlyInAnyOrder("RURA-DRIVER-AUTHORISATION", "RURA-VEHICLE-AUTHORISATION");
    }

    @Test
    void what_was_revoked_in_silence_is_found_at_the_next_turn() {
        isCleared();
        authorities.clerkSays(driver, "REVOKED", VALID);

        isDue();

        assertThat(awaitCheck(2).getOutcome()).isEqualTo(DriverCheckOutcome.REFUSED);
    }

    @Test
    void a_turn_that_finds_all_as_it_was_tells_nothing_and_neither_does_one_without_an_answer() {
        isCleared();
        int before = authorities.questionsAbout(driver);

        isDue();
        await().until(() -> authorities.questionsAbout(driver) > before);
        awaitRest();

        assertThat(outcomes()).containsExactly(DriverCheckOutcome.CLEARED);
    }

    @Test
    void a_suspended_driver_is_not_looked_at_until_reinstated() {
        isCleared();
        awaitHandled(
                driver.tells(driver.news(FleetChange.DRIVER_SUSPENDED, DriverStatus.SUSPENDED, Driver.FAR_AWAY, 2)));
        assertThat(count("select count(*) from driver_check where due_at is not null and driver_id = '"
                        + driver.driverId() + "'"))
                .isZero();

        driver.tells(driver.news(FleetChange.DRIVER_REINSTATED, DriverStatus.PENDING, Driver.FAR_AWAY, 3));
        assertThat(awaitCheck(2).getPapersOf()).isEqualTo(3);
    }

    @Test
    void many_who_apply_at_once_are_each_answered_once_by_workers_that_share_them() {
        List<Driver> many = Stream.generate(Driver::independent).limit(120).toList();
        many.forEach(one -> authorities.registerKnows(one, VALID));
        many.forEach(one -> one.applies(1));

        many.forEach(one -> assertThat(awaitCheck(one, 1).getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED));
        await().until(() -> count("select count(*) from driver_check where claim_token is not null") == 0);
        assertThat(many).allMatch(one -> checks.countFor(one.driverId()) == 1);
    }

    @Test
    void of_a_forgotten_driver_nothing_is_kept_and_nothing_asked() {
        isCleared();
        PrivacyTrial trial = new PrivacyTrial(jdbi, "compliance-service", driver.driverId());
        trial.ask(PrivacyWish.ERASE);
        assertThat(rows()).isZero();

        awaitHandled(driver.applies(2));
        assertThat(rows()).isZero();
    }

    private void isCleared() {
        authorities.registerKnows(driver, VALID);
        driver.applies(1);
        assertThat(awaitCheck(1).getOutcome()).isEqualTo(DriverCheckOutcome.CLEARED);
    }

    /** Its turn has come. */
    private void isDue() {
        jdbi.useHandle(
                sql -> sql.execute("update driver_check set due_at = now() where driver_id = ?", driver.driverId()));
    }

    /** Nobody looks at the driver's papers, and nobody is about to. */
    private void awaitRest() {
        await().until(() -> count("select count(*) from driver_check where claim_token is null and due_at > now()"
                        + " and driver_id = '" + driver.driverId() + "'")
                == 1);
    }

    private long rows() {
        return count("select count(*) from driver_check where driver_id = '" + driver.driverId() + "'");
    }

    private DriverCheck awaitCheck(long sequence) {
        return awaitCheck(driver, sequence);
    }

    private DriverCheck awaitCheck(Driver of, long sequence) {
        UUID driverId = of.driverId();
        return checks.awaitOne(
                DriverCheck.class,
                check -> check.getDriverId().equals(driverId)
                        && check.getMetadata().getSequence() == sequence);
    }

    private List<DriverCheckOutcome> outcomes() {
        return checks.listFor(driver.driverId(), DriverCheck.class).stream()
                .map(DriverCheck::getOutcome)
                .toList();
    }
}
