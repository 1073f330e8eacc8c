package rw.ishemalink.payment.collecting;

import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.payment.config.PaymentConfig;

/**
 * When to ask again: three quick times with doubling pauses, then steadily; each pause jittered by a quarter. An order that
 * the provider took is left to its callback for as long as the provider wants to be left alone.
 */
public record PollSchedule(
        Duration quick, Duration steady, Duration afterEnd, Duration refundRetry, Duration airtelAskAfter) {

    private static final int QUICK_TRIES = 3;
    private static final double JITTER = 0.25;
    private static final Duration LONGEST_REFUND_PAUSE = Duration.ofHours(1);

    public static PollSchedule of(PaymentConfig config) {
        return new PollSchedule(
                config.quickRetry(),
                config.pollEvery(),
                config.pollEveryAfterEnd(),
                config.refundRetry(),
                config.airtel().askAfter());
    }

    /**
     * Pause after an answer; empty when it decided.
     *
     * @param tries tries so far, this one included
     * @param over whether nobody waits for it any more
     * @param random in [0, 1)
     */
    public Optional<Duration> next(
            Provider provider, MovementState before, MovementState after, int tries, boolean over, double random) {
        if (!after.open()) {
            return Optional.empty();
        }
        Duration usual = pause(tries, over, random);
        boolean justTaken = after instanceof MovementState.Prompted && !(before instanceof MovementState.Prompted);
        return Optional.of(justTaken ? pauseAfterAcceptance(provider, usual) : usual);
    }

    /**
     * Pause after a try.
     *
     * @param tries tries so far, this one included
     * @param random in [0, 1)
     */
    public Duration pause(int tries, boolean over, double random) {
        Duration pause = tries <= QUICK_TRIES ? quick.multipliedBy(1L << (tries - 1)) : over ? afterEnd : steady;
        return jittered(pause, random);
    }

    /** Pause before the first question about an order that the provider just took. */
    public Duration pauseAfterAcceptance(Provider provider, Duration usual) {
        return switch (provider) {
            case MTN -> usual;
            case AIRTEL -> usual.compareTo(airtelAskAfter) > 0 ? usual : airtelAskAfter;
        };
    }

    /** Pause before a refused refund is asked for under a new reference; {@code number} refunds were refused. */
    public Duration pauseBeforeNewRefund(int number, double random) {
        Duration pause = refundRetry.multipliedBy(1L << Math.min(number - 1, 12));
        return jittered(pause.compareTo(LONGEST_REFUND_PAUSE) > 0 ? LONGEST_REFUND_PAUSE : pause, random);
    }

    private static Duration jittered(Duration pause, double random) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * random)));
    }
}
