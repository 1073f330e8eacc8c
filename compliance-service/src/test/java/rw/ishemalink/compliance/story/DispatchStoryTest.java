package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.RuleOutcome;
import rw.ishemalink.schemas.gov.RuraDispatch;

@QuarkusTest
class DispatchStoryTest extends StoryTest {

    private static final String VALID = "2099-12-31";
    private static final String EXPIRED = "2020-12-31";

    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
    private Driver driver = Driver.independent();

    @BeforeEach
    void onboard() {
        driver = onboardedDriver();
    }

    @Test
    void a_licensed_driver_with_a_licensed_vehicle_is_cleared_once_and_rura_is_told() {
        authorities.registerKnows(driver, VALID);
        journey.isPaid();
        journey.repeats(journey.asksFor(driver));

        DispatchDecision decision =
                awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED).getDecision();
        assertThat(decision.getDriverId()).isEqualTo(driver.driverId());
        assertThat(decision.getCleared()).isTrue();
        assertThat(decision.getRules()).hasSize(8).allMatch(RuleOutcome::getMet);
        assertThat(changesOf(journey))
                .containsExactly(ComplianceChange.RECEIPT_ISSUED, ComplianceChange.DISPATCH_CLEARED);
        RuraDispatch told = toldToRura(journey);
        assertThat(told.getCleared()).isTrue();
        assertThat(told.getDriverLicenceNumber()).isEqualTo(driver.licenceNumber());
        assertThat(told.getOperatorTin()).isNull();
    }

    @Test
    void an_expired_authorisation_is_refused_and_the_refusal_names_the_rule() {
        authorities.registerKnows(driver, EXPIRED);
        journey.isPaid();
        journey.asksFor(driver);

        DispatchDecision decision =
                awaitEvent(journey, ComplianceChange.DISPATCH_REFUSED).getDecision();
        assertThat(unmet(decision)).containsExactly("RURA-DRIVER-AUTHORISATION", "RURA-VEHICLE-AUTHORISATION");
        assertThat(toldToRura(journey).getUnmetRules())
                .containsExactly("RURA-DRIVER-AUTHORISATION", "RURA-VEHICLE-AUTHORISATION");
        assertThat(changesOf(journey)).doesNotContain(ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void a_driver_whose_driving_licence_has_expired_is_refused() {
        driver = Driver.independent().isOnboarded(LocalDate.of(2020, 12, 31), 1);
        authorities.registerKnows(driver, VALID);
        journey.isPaid();
        journey.asksFor(driver);

        assertThat(unmet(awaitEvent(journey, ComplianceChange.DISPATCH_REFUSED).getDecision()))
                .containsExactly("RNP-DRIVING-LICENCE-VALID");
    }

    @Test
    void a_driver_of_an_unlicensed_operator_is_refused_and_of_a_licensed_one_cleared() {
        driver = Driver.of("100000001").isOnboarded();
        authorities.registerKnows(driver, VALID);
        journey.isPaid();
        journey.asksFor(driver);
        assertThat(unmet(awaitEvent(journey, ComplianceChange.DISPATCH_REFUSED).getDecision()))
                .containsExactly("RURA-OPERATOR-LICENCE");

        authorities.registerKnowsOperator("100000001", VALID);
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void without_an_answer_of_the_register_the_dispatch_waits_and_is_cleared_later() {
        authorities.registerKnows(driver, VALID);
        authorities.registerIsAway();
        journey.isPaid();
        journey.asksFor(driver);

        DispatchDecision waiting =
                awaitEvent(journey, ComplianceChange.DISPATCH_WAITING).getDecision();
        assertThat(waiting.getCleared()).isFalse();
        assertThat(unmet(waiting)).containsExactly("RURA-DRIVER-AUTHORISATION", "RURA-VEHICLE-AUTHORISATION");

        authorities.registerIsBack();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        assertThat(changesOf(journey))
                .containsExactly(
                        ComplianceChange.RECEIPT_ISSUED,
                        ComplianceChange.DISPATCH_WAITING,
                        ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void the_last_good_answer_counts_for_24_hours_and_no_longer() {
        authorities.registerKnows(driver, VALID);
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);

        authorities.registerIsAway();
        answersAreOld("23 hours 50 minutes");
        Journey soon = Journey.of(BookingKind.CARGO_DOMESTIC);
        soon.isPaid();
        soon.asksFor(driver);
        awaitEvent(soon, ComplianceChange.DISPATCH_CLEARED);

        answersAreOld("24 hours 1 minute");
        Journey late = Journey.of(BookingKind.CARGO_DOMESTIC);
        late.isPaid();
        late.asksFor(driver);
        awaitEvent(late, ComplianceChange.DISPATCH_WAITING);
        assertThat(changesOf(late)).doesNotContain(ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void a_remembered_no_is_a_no() {
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_REFUSED);

        authorities.registerIsAway();
        Journey next = Journey.of(BookingKind.CARGO_DOMESTIC);
        next.isPaid();
        next.asksFor(driver);
        awaitEvent(next, ComplianceChange.DISPATCH_REFUSED);
    }

    @Test
    void another_driver_is_decided_anew_and_the_first_never_cleared() {
        Driver other = onboardedDriver();
        authorities.registerKnows(driver, VALID);
        authorities.registerKnows(other, VALID);
        authorities.registerIsAway();
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_WAITING);
        awaitHandled(journey.asksFor(other).getMetadata().getEventId());

        authorities.registerIsBack();
        assertThat(awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED)
                        .getDecision()
                        .getDriverId())
                .isEqualTo(other.driverId());
        changesOf(journey);
        assertThat(clearedDrivers(journey)).containsExactly(other.driverId());
    }

    @Test
    void a_ride_that_was_accepted_before_it_was_paid_is_held_until_the_receipt_is_there() {
        authorities.registerKnows(driver, VALID);
        journey.isConfirmed();
        journey.asksFor(driver);
        assertThat(changesOf(journey)).isEmpty();

        journey.isPaid();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        assertThat(changesOf(journey))
                .containsExactly(ComplianceChange.RECEIPT_ISSUED, ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void a_local_signature_clears_a_dispatch_and_a_sale_that_the_device_refuses_does_not() {
        authorities.registerKnows(driver, VALID);
        authorities.deviceIsAway();
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        authorities.deviceIsBack();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);

        Journey refused = Journey.of(BookingKind.CARGO_DOMESTIC);
        authorities.deviceAnswers(refused, "910");
        refused.isPaid();
        refused.asksFor(driver);
        assertThat(unmet(awaitEvent(refused, ComplianceChange.DISPATCH_REFUSED).getDecision()))
                .containsExactly("RRA-FISCAL-RECEIPT");
    }

    @Test
    void what_is_due_together_is_decided_each_by_its_own_facts() {
        Driver expired = onboardedDriver();
        Driver late = Driver.independent();
        authorities.registerKnows(driver, VALID);
        authorities.registerKnows(expired, EXPIRED);
        authorities.registerKnows(late, VALID);
        Journey refused = Journey.of(BookingKind.RIDE);
        Journey waiting = Journey.of(BookingKind.RIDE);
        holdTheDevice();
        Map.of(journey, driver, refused, expired, waiting, late).forEach((one, asked) -> {
            one.isPaid();
            awaitHandled(one.asksFor(asked).getMetadata().getEventId());
        });
        letTheDeviceGo();

        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        awaitEvent(refused, ComplianceChange.DISPATCH_REFUSED);
        awaitEvent(waiting, ComplianceChange.DISPATCH_WAITING);
        late.isOnboarded();
        awaitEvent(waiting, ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void a_driver_whose_news_is_late_waits_for_it() {
        Driver late = Driver.independent();
        authorities.registerKnows(late, VALID);
        journey.isPaid();
        journey.asksFor(late);
        awaitEvent(journey, ComplianceChange.DISPATCH_WAITING);

        late.isOnboarded();
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void older_news_of_a_driver_does_not_replace_newer() {
        Driver renewed = Driver.independent();
        renewed.isOnboarded(Driver.FAR_AWAY, 2);
        awaitHandled(renewed.tells(LocalDate.of(2020, 12, 31), 1));
        authorities.registerKnows(renewed, VALID);
        journey.isPaid();
        journey.asksFor(renewed);

        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
    }

    @Test
    void a_cancelled_booking_is_decided_no_more() {
        authorities.registerKnows(driver, VALID);
        authorities.registerIsAway();
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_WAITING);
        journey.isCancelled("no longer needed");
        awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED);

        authorities.registerIsBack();
        assertThat(changesOf(journey))
                .containsExactly(
                        ComplianceChange.RECEIPT_ISSUED,
                        ComplianceChange.DISPATCH_WAITING,
                        ComplianceChange.RECEIPT_CREDITED);
    }

    private static List<String> unmet(DispatchDecision decision) {
        return decision.getRules().stream()
                .filter(rule -> !rule.getMet())
                .map(RuleOutcome::getRuleId)
                .toList();
    }

    private List<UUID> clearedDrivers(Journey of) {
        return events.listFor(of.bookingId(), ComplianceEvent.class).stream()
                .filter(event -> event.getChange() == ComplianceChange.DISPATCH_CLEARED)
                .map(event -> event.getDecision().getDriverId())
                .toList();
    }

    private RuraDispatch toldToRura(Journey of) {
        try (EventTap feed = EventTap.on(Topics.GOV_RURA_DISPATCHES)) {
            return feed.awaitOne(RuraDispatch.class, one -> one.getBookingId().equals(of.bookingId()));
        }
    }

    private void answersAreOld(String age) {
        jdbi.useHandle(sql -> sql.execute("update licence_word set said_at = now() - interval '" + age + "'"));
    }
}
