package rw.ishemalink.payment.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.reconciling.OurSide.State;
import rw.ishemalink.payment.reconciling.Step.Ask;
import rw.ishemalink.payment.reconciling.Step.Charge;
import rw.ishemalink.payment.reconciling.Step.Explain;
import rw.ishemalink.payment.reconciling.Step.Open;

/** What follows for one movement from what both sides say of it. */
class MatchingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final UUID reference = UUID.randomUUID();

    @Test
    void where_both_sides_agree_only_the_fee_is_booked_and_once() {
        OurSide ours = ours(Kind.COLLECTION, State.MOVED, 11_800);
        StatementLine theirs = theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_800, 118);
        assertThat(steps(List.of(theirs), List.of(ours))).containsExactly(new Charge(ours, 118));
        assertThat(steps(List.of(theirs), List.of(ours.withFee(118)))).isEmpty();
    }

    @Test
    void a_refund_agrees_when_both_sides_gave_it_back() {
        OurSide ours = ours(Kind.REFUND, State.MOVED, 11_800);
        assertThat(steps(List.of(theirs(Kind.REFUND, Status.SUCCEEDED, 11_800, 0)), List.of(ours)))
                .isEmpty();
    }

    @Test
    void what_failed_on_both_sides_or_has_yet_to_end_is_no_difference() {
        StatementLine failed = theirs(Kind.COLLECTION, Status.FAILED, 11_800, 0);
        assertThat(steps(List.of(failed), List.of(ours(Kind.COLLECTION, State.FAILED, 11_800))))
                .isEmpty();
        assertThat(steps(List.of(failed), List.of(ours(Kind.COLLECTION, State.OPEN, 11_800))))
                .isEmpty();
        assertThat(steps(List.of(failed), List.of())).isEmpty();
    }

    @Test
    void money_that_nobody_here_knows_of_is_missing_here_less_its_fee() {
        assertThat(opened(List.of(theirs(Kind.COLLECTION, Status.SUCCEEDED, 1_000, 10)), List.of(), false))
                .isEqualTo(new Difference(Difference.Kind.MISSING_HERE, 990, -10));
        assertThat(opened(List.of(theirs(Kind.TRANSFER, Status.SUCCEEDED, 1_000, 10)), List.of(), false))
                .isEqualTo(new Difference(Difference.Kind.MISSING_HERE, -1_010, -10));
    }

    @Test
    void what_is_undecided_or_failed_here_is_asked_about_before_it_is_missing() {
        StatementLine theirs = theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_800, 0);
        for (State state : List.of(State.OPEN, State.FAILED)) {
            OurSide ours = ours(Kind.COLLECTION, state, 11_800);
            assertThat(steps(List.of(theirs), List.of(ours))).containsExactly(new Ask(ours));
            assertThat(opened(List.of(theirs), List.of(ours), true))
                    .isEqualTo(new Difference(Difference.Kind.MISSING_HERE, 11_800, 0));
        }
    }

    @Test
    void what_no_statement_names_is_missing_there_once_every_day_was_read() {
        OurSide ours = ours(Kind.COLLECTION, State.MOVED, 11_800);
        assertThat(Matching.steps(new Pair(ours.key(), List.of(), List.of(ours), List.of(), false), true))
                .isEmpty();
        assertThat(opened(List.of(), List.of(ours), false))
                .isEqualTo(new Difference(Difference.Kind.MISSING_THERE, -11_800, 0));
        assertThat(opened(List.of(), List.of(ours(Kind.REFUND, State.MOVED, 11_800)), false))
                .isEqualTo(new Difference(Difference.Kind.MISSING_THERE, 11_800, 0));
    }

    @Test
    void another_amount_and_another_end_differ() {
        OurSide ours = ours(Kind.COLLECTION, State.MOVED, 11_800);
        assertThat(opened(List.of(theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_700, 0)), List.of(ours), false))
                .isEqualTo(new Difference(Difference.Kind.AMOUNT_DIFFERS, -100, 0));
        assertThat(opened(List.of(theirs(Kind.COLLECTION, Status.FAILED, 11_800, 0)), List.of(ours), false))
                .isEqualTo(new Difference(Difference.Kind.STATUS_DIFFERS, -11_800, 0));
    }

    @Test
    void a_fee_that_changes_after_it_was_booked_is_a_difference_of_fees() {
        OurSide ours = ours(Kind.COLLECTION, State.MOVED, 11_800).withFee(118);
        assertThat(opened(List.of(theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_800, 120)), List.of(ours), false))
                .isEqualTo(new Difference(Difference.Kind.AMOUNT_DIFFERS, -2, -2));
    }

    @Test
    void refunds_that_share_a_name_are_compared_together() {
        OurSide first = ours(Kind.REFUND, State.FAILED, 11_800);
        OurSide second = ours(Kind.REFUND, State.MOVED, 11_800);
        assertThat(steps(List.of(theirs(Kind.REFUND, Status.SUCCEEDED, 11_800, 0)), List.of(first, second)))
                .isEmpty();
    }

    @Test
    void an_open_case_stays_while_its_difference_does_and_closes_with_it() {
        Difference difference = new Difference(Difference.Kind.MISSING_HERE, 990, -10);
        Case open = one(difference, Case.Status.OPEN, null);
        StatementLine line = theirs(Kind.COLLECTION, Status.SUCCEEDED, 1_000, 10);
        assertThat(steps(List.of(line), List.of(), open)).isEmpty();
        assertThat(steps(List.of(), List.of(), open)).containsExactly(new Explain(open));
        StatementLine other = theirs(Kind.COLLECTION, Status.SUCCEEDED, 1_200, 10);
        assertThat(steps(List.of(other), List.of(), open)).first().isEqualTo(new Explain(open));
        assertThat(steps(List.of(other), List.of(), open)).hasSize(2).last().isInstanceOf(Open.class);
        assertThat(steps(List.of(), List.of(), one(difference, Case.Status.WAITING, Resolution.PROVIDER_CORRECTS)))
                .hasSize(1);
    }

    @Test
    void what_a_person_resolved_counts_as_booked_and_is_a_difference_once_it_is_no_longer_so() {
        Difference difference = new Difference(Difference.Kind.MISSING_THERE, -11_800, 0);
        Case writtenOff = one(difference, Case.Status.RESOLVED, Resolution.WRITE_OFF);
        OurSide ours = ours(Kind.COLLECTION, State.MOVED, 11_800);
        assertThat(steps(List.of(), List.of(ours), writtenOff)).isEmpty();

        StatementLine arrived = theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_800, 0);
        assertThat(steps(List.of(arrived), List.of(ours), writtenOff))
                .singleElement()
                .isInstanceOfSatisfying(Open.class, open -> assertThat(open.difference())
                        .isEqualTo(new Difference(Difference.Kind.MISSING_HERE, 11_800, 0)));
    }

    @Test
    void late_money_that_was_booked_under_its_payment_counts_as_that_alone() {
        Difference difference = new Difference(Difference.Kind.MISSING_HERE, 11_800, 0);
        Case booked = one(difference, Case.Status.RESOLVED, Resolution.COLLECT_LATE);
        assertThat(steps(
                        List.of(theirs(Kind.COLLECTION, Status.SUCCEEDED, 11_800, 0)),
                        List.of(ours(Kind.COLLECTION, State.MOVED, 11_800)),
                        booked))
                .isEmpty();
    }

    @Test
    void by_midnight_both_days_must_have_been_read_and_by_noon_one() {
        Days days = new Days(Set.of(DAY), Duration.ofHours(2));
        Instant midnight = Days.begin(DAY.plusDays(1));
        assertThat(days.everyRead(between(NOON, NOON.plusSeconds(60)))).isTrue();
        assertThat(days.everyRead(between(midnight.minusSeconds(7_300), midnight.minusSeconds(7_201))))
                .isTrue();
        assertThat(days.everyRead(between(midnight.minusSeconds(7_300), midnight.minusSeconds(7_200))))
                .isFalse();
        assertThat(days.everyRead(between(Days.begin(DAY).plusSeconds(7_199), NOON)))
                .isFalse();
        Days both = new Days(Set.of(DAY, DAY.plusDays(1)), Duration.ofHours(2));
        assertThat(both.everyRead(between(NOON, midnight.plusSeconds(7_200)))).isTrue();
        assertThat(both.everyRead(between(NOON.minus(Duration.ofDays(1)), midnight)))
                .isFalse();
    }

    private List<Step> steps(List<StatementLine> theirs, List<OurSide> ours, Case... cases) {
        return Matching.steps(pair(theirs, ours, cases), false);
    }

    private Difference opened(List<StatementLine> theirs, List<OurSide> ours, boolean asked) {
        List<Step> steps = Matching.steps(pair(theirs, ours), asked);
        assertThat(steps).hasSize(1);
        return ((Open) steps.getFirst()).difference();
    }

    private Pair pair(List<StatementLine> theirs, List<OurSide> ours, Case... cases) {
        Kind kind = theirs.stream()
                .map(StatementLine::kind)
                .findFirst()
                .or(() -> ours.stream().map(our -> our.key().kind()).findFirst())
                .orElse(Kind.COLLECTION);
        return new Pair(new MovementKey(kind, reference.toString()), theirs, ours, List.of(cases), true);
    }

    private StatementLine theirs(Kind kind, Status status, long amountRwf, long feeRwf) {
        return new StatementLine(reference.toString(), "17", kind, amountRwf, feeRwf, status, NOON);
    }

    private OurSide ours(Kind kind, State state, long amountRwf) {
        return new OurSide(
                reference,
                new MovementKey(kind, reference.toString()),
                "ishemalink",
                Subject.payment(UUID.randomUUID()),
                state,
                state == State.OPEN || (state == State.FAILED && kind == Kind.COLLECTION),
                amountRwf,
                0,
                Owed.TO_PAYERS,
                NOON,
                state == State.MOVED ? NOON : null);
    }

    private static OurSide between(Instant createdAt, Instant movedAt) {
        return new OurSide(
                UUID.randomUUID(),
                new MovementKey(Kind.COLLECTION, "17"),
                "ishemalink",
                Subject.payment(UUID.randomUUID()),
                State.MOVED,
                false,
                1_000,
                0,
                Owed.TO_PAYERS,
                createdAt,
                movedAt);
    }

    private Case one(Difference difference, Case.Status status, @Nullable Resolution resolution) {
        return new Case(
                UUID.randomUUID(),
                1,
                Provider.MTN,
                new MovementKey(Kind.COLLECTION, reference.toString()),
                DAY,
                "ishemalink",
                difference,
                new Sides(null, null, null, 0, 0, null, 0, Owed.TO_PAYERS),
                status,
                null,
                resolution,
                UUID.randomUUID(),
                NOON,
                null);
    }
}
