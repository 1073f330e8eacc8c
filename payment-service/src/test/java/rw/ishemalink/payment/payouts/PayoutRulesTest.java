package rw.ishemalink.payment.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.MovementState.Created;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Prompted;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.MovementState.Unknown;
import rw.ishemalink.payment.payouts.PayoutRules.Amount;
import rw.ishemalink.payment.payouts.PayoutRules.Amount.Pays;
import rw.ishemalink.payment.payouts.PayoutRules.Amount.Refused;
import rw.ishemalink.payment.payouts.PayoutRules.Booking;
import rw.ishemalink.payment.payouts.PayoutRules.Limits;

class PayoutRulesTest {

    private static final Limits LIMITS = new Limits(500, 100_000);

    @Property
    void whatever_is_wished_for_no_more_is_paid_than_is_owed_or_a_day_allows(
            @ForAll @LongRange(min = -200_000, max = 200_000) long available,
            @ForAll @LongRange(min = 0, max = 150_000) long today,
            @ForAll @LongRange(min = 0, max = 200_000) long asked) {
        OptionalLong wish = asked == 0 ? OptionalLong.empty() : OptionalLong.of(asked);
        if (PayoutRules.amount(wish, available, today, LIMITS) instanceof Pays(long amount)) {
            assertThat(amount).isBetween(500L, available);
            assertThat(today + amount).isLessThanOrEqualTo(100_000);
            assertThat(wish.isEmpty() || amount == asked).isTrue();
        }
    }

    @Property
    void without_a_wish_all_that_can_be_paid_is_paid(
            @ForAll @LongRange(min = 500, max = 200_000) long available,
            @ForAll @LongRange(min = 0, max = 99_500) long today) {
        assertThat(amount(OptionalLong.empty(), available, today))
                .isEqualTo(new Pays(Math.min(available, 100_000 - today)));
    }

    @Example
    void a_refusal_names_what_stands_against_it() {
        assertThat(amount(OptionalLong.empty(), 0, 0)).isEqualTo(new Refused(Refusal.NOTHING_OWED, 0));
        assertThat(amount(OptionalLong.empty(), -5, 0)).isEqualTo(new Refused(Refusal.NOTHING_OWED, 0));
        assertThat(amount(OptionalLong.of(600), 599, 0)).isEqualTo(new Refused(Refusal.MORE_THAN_OWED, 599));
        assertThat(amount(OptionalLong.of(499), 600, 0)).isEqualTo(new Refused(Refusal.BELOW_MINIMUM, 500));
        assertThat(amount(OptionalLong.empty(), 499, 0)).isEqualTo(new Refused(Refusal.BELOW_MINIMUM, 500));
        assertThat(amount(OptionalLong.of(600), 600, 99_401)).isEqualTo(new Refused(Refusal.OVER_DAILY_MAXIMUM, 599));
        assertThat(amount(OptionalLong.empty(), 600, 99_501)).isEqualTo(new Refused(Refusal.OVER_DAILY_MAXIMUM, 499));
        assertThat(amount(OptionalLong.empty(), 600, 120_000)).isEqualTo(new Refused(Refusal.OVER_DAILY_MAXIMUM, 0));
    }

    @Example
    void an_order_is_sent_once_and_again_only_when_the_provider_never_saw_it() {
        assertThat(PayoutRules.step(new Created())).isEqualTo(Step.SEND);
        assertThat(PayoutRules.step(new Unknown())).isEqualTo(Step.ASK_OR_RESEND);
        for (MovementState known : new MovementState[] {new Prompted(), new Failed("x"), new Succeeded("1")}) {
            assertThat(PayoutRules.step(known)).isEqualTo(Step.ASK);
        }
    }

    @Example
    void the_books_follow_the_money_each_way_once() {
        Failed failed = new Failed("REFUSED");
        Succeeded succeeded = new Succeeded("1");
        assertThat(PayoutRules.booking(new Prompted(), succeeded)).isEqualTo(Booking.POST);
        assertThat(PayoutRules.booking(new Created(), succeeded)).isEqualTo(Booking.POST);
        assertThat(PayoutRules.booking(new Unknown(), failed)).isEqualTo(Booking.VOID);
        assertThat(PayoutRules.booking(failed, succeeded)).isEqualTo(Booking.ANEW);
        assertThat(PayoutRules.booking(succeeded, succeeded)).isEqualTo(Booking.NOTHING);
        assertThat(PayoutRules.booking(failed, failed)).isEqualTo(Booking.NOTHING);
        assertThat(PayoutRules.booking(new Unknown(), new Prompted())).isEqualTo(Booking.NOTHING);
    }

    private static Amount amount(OptionalLong wish, long available, long today) {
        return PayoutRules.amount(wish, available, today, LIMITS);
    }
}
