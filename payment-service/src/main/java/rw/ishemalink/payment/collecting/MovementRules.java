package rw.ishemalink.payment.collecting;

/** How a movement goes on. Silence never decides; what was decided changes only when money turns out to have come. */
public final class MovementRules {

    /** Our word for an order that never reached the provider before its payment was over. */
    public static final String NOT_SENT = "NOT_SENT";

    private MovementRules() {}

    /** What a worker does with a movement that is due. */
    public enum Step {
        /** Send it for the first time. */
        SEND,
        /** Ask; if the provider never saw it, send it again under the same reference. */
        ASK_OR_RESEND,
        /** Only ask. */
        ASK,
        /** Too late to send; the deadline has yet to be recorded. */
        WAIT,
        /** It was never sent and will not be. */
        DROP
    }

    /**
     * The next step.
     *
     * @param inTime whether the payment window is still open, by the database's clock
     */
    public static Step step(Movement movement, PaymentStatus payment, boolean inTime) {
        boolean wanted =
                switch (movement.kind()) {
                    case COLLECTION -> payment == PaymentStatus.PENDING && inTime && !movement.leftBehind();
                    case REFUND -> true;
                };
        return switch (movement.state()) {
            case MovementState.Created _ -> wanted ? Step.SEND : tooLate(movement, payment);
            case MovementState.Unknown _ -> wanted && mayResend(movement) ? Step.ASK_OR_RESEND : Step.ASK;
            case MovementState.Prompted _, MovementState.Succeeded _, MovementState.Surplus _, MovementState.Failed _ ->
                Step.ASK;
        };
    }

    private static boolean mayResend(Movement movement) {
        return switch (movement.kind()) {
            case COLLECTION -> true;
            case REFUND -> movement.wallet().provider().keysRefunds() || movement.forgotten();
        };
    }

    private static Step tooLate(Movement movement, PaymentStatus payment) {
        return payment == PaymentStatus.PENDING && !movement.leftBehind() ? Step.WAIT : Step.DROP;
    }

    /**
     * How an order stands for the worker who asked. Its claim counts an order as sent; the worker who still holds the claim
     * knows whether it really was.
     *
     * @param triesAtClaim tries before the claim was counted
     */
    public static MovementState certain(MovementState atClaim, int triesAtClaim, MovementState now, int triesNow) {
        boolean ours = triesNow == triesAtClaim + 1;
        return ours && atClaim instanceof MovementState.Created ? atClaim : now;
    }

    /**
     * The state after an answer. Whether a success is kept is not decided here but by the payment.
     *
     * @param forgotten whether nobody wants it any more and its last sending is so long ago that it cannot arrive
     */
    public static MovementState after(MovementState before, Answer answer, boolean forgotten) {
        return switch (before) {
            case MovementState.Succeeded _, MovementState.Surplus _ -> before;
            case MovementState.Failed _ ->
                answer instanceof Answer.Succeeded(String id) ? new MovementState.Succeeded(id) : before;
            case MovementState.Created _, MovementState.Unknown _, MovementState.Prompted _ ->
                open(before, answer, forgotten);
        };
    }

    private static MovementState open(MovementState before, Answer answer, boolean forgotten) {
        return switch (answer) {
            case Answer.Pending _ -> new MovementState.Prompted();
            case Answer.Succeeded(String id) -> new MovementState.Succeeded(id);
            case Answer.Failed(String reason) -> new MovementState.Failed(reason);
            case Answer.NotFound _ -> forgotten ? new MovementState.Failed(NOT_SENT) : unsure(before);
            case Answer.Unknown _ -> unsure(before);
            case Answer.NotTried _ -> before;
        };
    }

    private static MovementState unsure(MovementState before) {
        return before instanceof MovementState.Created ? new MovementState.Unknown() : before;
    }
}
