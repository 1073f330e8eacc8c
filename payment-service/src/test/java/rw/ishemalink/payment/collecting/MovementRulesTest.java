package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.MovementState.Created;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Prompted;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.MovementState.Surplus;
import rw.ishemalink.payment.collecting.MovementState.Unknown;

class MovementRulesTest {

    private static final List<Answer> SILENCE = List.of(new Answer.Unknown(), new Answer.NotTried());

    static Stream<MovementState> states() {
        return Stream.of(
                new Created(),
                new Unknown(),
                new Prompted(),
                new Succeeded("1"),
                new Surplus("1"),
                new Failed("APPROVAL_REJECTED"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void silence_never_decides(MovementState before) {
        for (Answer answer : SILENCE) {
            MovementState after = MovementRules.after(before, answer, true);
            assertThat(after.open()).isEqualTo(before.open());
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void money_that_came_is_always_seen(MovementState before) {
        MovementState after = MovementRules.after(before, new Answer.Succeeded("77"), false);
        assertThat(after).isInstanceOfAny(Succeeded.class, Surplus.class);
    }

    @Test
    void a_lost_answer_to_a_new_order_leaves_it_unknown_and_an_order_never_tried_stays_new() {
        assertThat(MovementRules.after(new Created(), new Answer.Unknown(), false))
                .isEqualTo(new Unknown());
        assertThat(MovementRules.after(new Created(), new Answer.NotTried(), false))
                .isEqualTo(new Created());
        assertThat(MovementRules.after(new Unknown(), new Answer.NotTried(), false))
                .isEqualTo(new Unknown());
    }

    @Test
    void a_reference_that_the_provider_does_not_know_fails_only_when_it_can_no_longer_arrive() {
        assertThat(MovementRules.after(new Unknown(), new Answer.NotFound(), false))
                .isEqualTo(new Unknown());
        assertThat(MovementRules.after(new Unknown(), new Answer.NotFound(), true))
                .isEqualTo(new Failed(MovementRules.NOT_SENT));
    }

    @Test
    void a_failure_stands_unless_money_turns_out_to_have_come() {
        Failed failed = new Failed("EXPIRED");
        assertThat(MovementRules.after(failed, new Answer.Pending(), false)).isEqualTo(failed);
        assertThat(MovementRules.after(failed, new Answer.Failed("OTHER"), false))
                .isEqualTo(failed);
        assertThat(MovementRules.after(failed, new Answer.Succeeded("5"), false))
                .isEqualTo(new Succeeded("5"));
    }

    @Test
    void an_attempt_is_sent_once_and_only_while_the_payment_may_be_paid() {
        assertThat(collect(new Created(), PaymentStatus.PENDING, true)).isEqualTo(Step.SEND);
        assertThat(collect(new Created(), PaymentStatus.PENDING, false)).isEqualTo(Step.WAIT);
        assertThat(collect(new Created(), PaymentStatus.CANCELLED, true)).isEqualTo(Step.DROP);
        assertThat(collect(new Unknown(), PaymentStatus.PENDING, true)).isEqualTo(Step.ASK_OR_RESEND);
        assertThat(collect(new Unknown(), PaymentStatus.PENDING, false)).isEqualTo(Step.ASK);
        assertThat(collect(new Unknown(), PaymentStatus.EXPIRED, true)).isEqualTo(Step.ASK);
        assertThat(collect(new Prompted(), PaymentStatus.PENDING, true)).isEqualTo(Step.ASK);
    }

    @Test
    void a_refund_is_sent_until_the_provider_has_it_whatever_the_payment_is() {
        for (PaymentStatus status : PaymentStatus.values()) {
            assertThat(MovementRules.step(refund(Provider.MTN, new Created(), false), status, false))
                    .isEqualTo(Step.SEND);
            assertThat(MovementRules.step(refund(Provider.MTN, new Unknown(), false), status, false))
                    .isEqualTo(Step.ASK_OR_RESEND);
        }
    }

    @Test
    void a_refund_without_a_key_is_sent_again_only_when_the_first_can_no_longer_arrive() {
        assertThat(MovementRules.step(refund(Provider.AIRTEL, new Unknown(), false), PaymentStatus.REFUNDING, false))
                .isEqualTo(Step.ASK);
        assertThat(MovementRules.step(refund(Provider.AIRTEL, new Unknown(), true), PaymentStatus.REFUNDING, false))
                .isEqualTo(Step.ASK_OR_RESEND);
    }

    @Test
    void an_attempt_that_was_left_behind_is_never_sent_any_more_but_asked_about() {
        assertThat(MovementRules.step(leftBehind(new Created()), PaymentStatus.PENDING, true))
                .isEqualTo(Step.DROP);
        assertThat(MovementRules.step(leftBehind(new Unknown()), PaymentStatus.PENDING, true))
                .isEqualTo(Step.ASK);
    }

    @Test
    void an_order_that_airtel_took_is_left_to_its_callback_for_three_minutes() {
        PollSchedule schedule = schedule();
        Duration usual = Duration.ofSeconds(1);
        assertThat(schedule.pauseAfterAcceptance(Provider.MTN, usual)).isEqualTo(usual);
        assertThat(schedule.pauseAfterAcceptance(Provider.AIRTEL, usual)).isEqualTo(Duration.ofMinutes(3));
        assertThat(schedule.pauseAfterAcceptance(Provider.AIRTEL, Duration.ofMinutes(4)))
                .isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void three_quick_tries_double_and_are_jittered_then_polling_is_steady() {
        PollSchedule schedule = schedule();
        assertThat(Stream.of(1, 2, 3, 4, 50)
                        .map(tries -> schedule.pause(tries, false, 0.5).toMillis()))
                .containsExactly(1_000L, 2_000L, 4_000L, 10_000L, 10_000L);
        assertThat(schedule.pause(9, true, 0.5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(schedule.pause(1, false, 0)).isEqualTo(Duration.ofMillis(750));
        assertThat(schedule.pause(1, false, 1)).isEqualTo(Duration.ofMillis(1_250));
        assertThat(schedule.pauseBeforeNewRefund(99, 0.5)).isEqualTo(Duration.ofHours(1));
    }

    private static PollSchedule schedule() {
        return new PollSchedule(
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(3));
    }

    private static Step collect(MovementState state, PaymentStatus payment, boolean inTime) {
        Movement attempt = movement(MovementKind.COLLECTION, Provider.MTN, state, false, false);
        return MovementRules.step(attempt, payment, inTime);
    }

    private static Movement leftBehind(MovementState state) {
        return movement(MovementKind.COLLECTION, Provider.MTN, state, false, true);
    }

    private static Movement refund(Provider provider, MovementState state, boolean forgotten) {
        return movement(MovementKind.REFUND, provider, state, forgotten, false);
    }

    private static Movement movement(
            MovementKind kind, Provider provider, MovementState state, boolean forgotten, boolean leftBehind) {
        return new Movement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind,
                1,
                new Wallet(provider, Msisdn.of("+250788123456")),
                null,
                state,
                1,
                forgotten,
                leftBehind,
                Instant.EPOCH);
    }
}
