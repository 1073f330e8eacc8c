package rw.ishemalink.payment.payouts;

import java.util.OptionalLong;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.MovementState;

/** How much is paid out, and what the books make of what becomes of it. */
public final class PayoutRules {

    private PayoutRules() {}

    /**
     * What may be paid, in whole francs.
     *
     * @param minimumRwf less is not sent
     * @param dailyMaximumRwf most for one party on one day
     */
    public record Limits(long minimumRwf, long dailyMaximumRwf) {}

    /** What comes of a wish to be paid. */
    public sealed interface Amount {

        record Pays(long amountRwf) implements Amount {}

        /** Nothing; the limit is what stands against it, in whole francs. */
        record Refused(Refusal why, long limitRwf) implements Amount {}
    }

    /**
     * What is asked for, if that can be; without a wish all that is available, as far as the day's maximum allows.
     *
     * @param availableRwf what is owed and not yet set aside
     * @param todayRwf what was sent today, or is on its way
     */
    public static Amount amount(OptionalLong askedRwf, long availableRwf, long todayRwf, Limits limits) {
        long leftToday = Math.max(0, limits.dailyMaximumRwf() - todayRwf);
        long amount = askedRwf.orElse(Math.min(availableRwf, Math.max(leftToday, limits.minimumRwf())));
        if (availableRwf <= 0) {
            return new Amount.Refused(Refusal.NOTHING_OWED, 0);
        }
        if (amount > availableRwf) {
            return new Amount.Refused(Refusal.MORE_THAN_OWED, availableRwf);
        }
        if (amount < limits.minimumRwf()) {
            return new Amount.Refused(Refusal.BELOW_MINIMUM, limits.minimumRwf());
        }
        return amount > leftToday ? new Amount.Refused(Refusal.OVER_DAILY_MAXIMUM, leftToday) : new Amount.Pays(amount);
    }

    /** What a worker does with a payout that is due. It is always wanted, and its reference is a key at either provider. */
    public static Step step(MovementState state) {
        return switch (state) {
            case MovementState.Created _ -> Step.SEND;
            case MovementState.Unknown _ -> Step.ASK_OR_RESEND;
            case MovementState.Prompted _, MovementState.Succeeded _, MovementState.Surplus _, MovementState.Failed _ ->
                Step.ASK;
        };
    }

    /** What is booked. */
    public enum Booking {
        NOTHING,
        /** The reservation took place. */
        POST,
        /** The reservation did not. */
        VOID,
        /** The money went out although the provider had said that it would not: its reservation is gone, so it is booked anew. */
        ANEW
    }

    /** What is booked when the provider's answer moved a payout from one state to another. */
    public static Booking booking(MovementState before, MovementState after) {
        if (before.equals(after)) {
            return Booking.NOTHING;
        }
        return switch (after) {
            case MovementState.Succeeded _ when before instanceof MovementState.Failed -> Booking.ANEW;
            case MovementState.Succeeded _ -> Booking.POST;
            case MovementState.Failed _ -> Booking.VOID;
            case MovementState.Created _, MovementState.Unknown _, MovementState.Prompted _, MovementState.Surplus _ ->
                Booking.NOTHING;
        };
    }
}
