package rw.ishemalink.notification.outbound.suite;

import rw.ishemalink.notification.ussd.ApiAnswer.Refused;
import rw.ishemalink.notification.ussd.Notice;

/** What problems of the API mean on a small screen. */
final class Refusals {

    private Refusals() {}

    static Refused of(Answer answer) {
        return new Refused(answer.away() ? Notice.AWAY : notice(answer.problem()));
    }

    private static Notice notice(String problem) {
        return switch (problem) {
            case "same-place" -> Notice.SAME_PLACE;
            case "quote-expired", "no-such-quote" -> Notice.QUOTE_EXPIRED;
            case "attempt-open" -> Notice.PROMPT_IS_OUT;
            case "payment-over", "booking-ended", "wrong-status" -> Notice.OVER;
            case "no-such-booking" -> Notice.NO_SUCH_BOOKING;
            // payment-service hears of a booking a moment after it is confirmed.
            case "no-payment" -> Notice.AWAY;
            default -> Notice.REFUSED;
        };
    }
}
