package rw.ishemalink.payment.collecting;

import java.time.Duration;
import java.util.UUID;

/**
 * Money of an attempt that is to go back, to the wallet that it came from.
 *
 * @param number 1, 2, 3 … among the refunds of the attempt: the next one follows one that was refused
 * @param pause until it is sent
 */
public record NewRefund(UUID attempt, int number, Duration pause) {

    static NewRefund first(UUID attempt) {
        return new NewRefund(attempt, 1, Duration.ZERO);
    }
}
