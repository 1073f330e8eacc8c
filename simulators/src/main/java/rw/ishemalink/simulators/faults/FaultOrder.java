package rw.ishemalink.simulators.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one outside system is told to do; what is left out keeps its default (all well).
 *
 * @param delayMillis of SLOW (else 3 s), TIMEOUT (else 60 s) and the callback habits LATE (else 10 s) and REORDERED (else 5 s)
 * @param lostReplies so many of the next finished pieces of work get no answer
 * @param nextErrors so many of the next requests are answered like ERROR, nothing done
 * @param offline VSDC only: no contact with RRA from now on; after 24 h it gives no receipt numbers
 */
public record FaultOrder(
        Mode mode,
        @Nullable Long delayMillis,
        CallbackHabit callback,
        CallbackMethod callbackMethod,
        ReasonShape reasonShape,
        int lostReplies,
        LostAs lostAs,
        int nextErrors,
        boolean offline) {

    /** OK; DOWN closes the connection; SLOW answers late; TIMEOUT never answers and does nothing; ERROR answers 5xx or its like. */
    public enum Mode {
        OK,
        DOWN,
        SLOW,
        TIMEOUT,
        ERROR
    }

    /** How MTN and Airtel report: FORGED says SUCCESSFUL at once, whatever becomes of the payment; REORDERED lets a newer one overtake. */
    public enum CallbackHabit {
        ONCE,
        NEVER,
        REPEATED,
        LATE,
        FORGED,
        REORDERED
    }

    /** MTN's text asks a listener to take both. */
    public enum CallbackMethod {
        PUT,
        POST
    }

    /** {@code "reason": "EXPIRED"} was seen live, {@code "reason": {"code": …, "message": …}} is in the published schema. */
    public enum ReasonShape {
        STRING,
        OBJECT
    }

    /** What the caller sees of a lost reply. */
    public enum LostAs {
        CLOSED,
        GATEWAY_TIMEOUT
    }

    public static final FaultOrder NONE = new FaultOrder(
            Mode.OK, null, CallbackHabit.ONCE, CallbackMethod.PUT, ReasonShape.STRING, 0, LostAs.CLOSED, 0, false);

    private static final long MAX_DELAY_MILLIS = 600_000;
    private static final int MAX_COUNT = 10_000;

    public FaultOrder {
        mode = Objects.requireNonNullElse(mode, Mode.OK);
        callback = Objects.requireNonNullElse(callback, CallbackHabit.ONCE);
        callbackMethod = Objects.requireNonNullElse(callbackMethod, CallbackMethod.PUT);
        reasonShape = Objects.requireNonNullElse(reasonShape, ReasonShape.STRING);
        lostAs = Objects.requireNonNullElse(lostAs, LostAs.CLOSED);
    }

    /** The delay ordered, or the given one. */
    public Duration delayOr(Duration usual) {
        return delayMillis == null ? usual : Duration.ofMillis(delayMillis);
    }

    /** What is wrong with this order for that system, in words; empty when it can be placed. */
    public List<String> mistakes(OutsideSystem system) {
        List<String> mistakes = new ArrayList<>();
        if (delayMillis != null && (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS)) {
            mistakes.add("delayMillis must be between 0 and " + MAX_DELAY_MILLIS);
        }
        if (lostReplies < 0 || lostReplies > MAX_COUNT || nextErrors < 0 || nextErrors > MAX_COUNT) {
            mistakes.add("lostReplies and nextErrors must be between 0 and " + MAX_COUNT);
        }
        if (system != OutsideSystem.MTN && system != OutsideSystem.AIRTEL && callback != NONE.callback) {
            mistakes.add("callback is for mtn and airtel only");
        }
        if (system != OutsideSystem.MTN && !bodiesAsUsual()) {
            mistakes.add("callbackMethod and reasonShape are for mtn only");
        }
        if (system != OutsideSystem.VSDC && offline) {
            mistakes.add("offline is for vsdc only");
        }
        if (system == OutsideSystem.RURA && lostReplies > 0) {
            mistakes.add("rura only answers questions: there is no work whose reply could be lost");
        }
        return mistakes;
    }

    private boolean bodiesAsUsual() {
        return callbackMethod == NONE.callbackMethod && reasonShape == NONE.reasonShape;
    }

    FaultOrder oneErrorLess() {
        return new FaultOrder(
                mode,
                delayMillis,
                callback,
                callbackMethod,
                reasonShape,
                lostReplies,
                lostAs,
                Math.max(0, nextErrors - 1),
                offline);
    }

    FaultOrder oneLostReplyLess() {
        return new FaultOrder(
                mode,
                delayMillis,
                callback,
                callbackMethod,
                reasonShape,
                Math.max(0, lostReplies - 1),
                lostAs,
                nextErrors,
                offline);
    }
}
