package rw.ishemalink.payment.collecting;

import java.time.Duration;
import rw.ishemalink.payment.config.PaymentConfig;

/** When to ask again: three quick times with doubling pauses, then steadily; each pause jittered by a quarter. */
public record PollSchedule(Duration quick, Duration steady, Duration afterEnd, Duration refundRetry) {

    private static final int QUICK_TRIES = 3;
    private static final double JITTER = 0.25;
    private static final Duration LONGEST_REFUND_PAUSE = Duration.ofHours(1);

    static PollSchedule of(PaymentConfig config) {
        return new PollSchedule(
                config.quickRetry(), config.pollEvery(), config.pollEveryAfterEnd(), config.refundRetry());
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

    /** Pause before a refused refund is asked for under a new reference; {@code number} refunds were refused. */
    public Duration pauseBeforeNewRefund(int number, double random) {
        Duration pause = refundRetry.multipliedBy(1L << Math.min(number - 1, 12));
        return jittered(pause.compareTo(LONGEST_REFUND_PAUSE) > 0 ? LONGEST_REFUND_PAUSE : pause, random);
    }

    private static Duration jittered(Duration pause, double random) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * random)));
    }
}
