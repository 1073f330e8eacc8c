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
    public static Step step(MovementKind kind, MovementState state, PaymentStatus payment, boolean inTime) {
        boolean wanted =
                switch (kind) {
                    case COLLECTION -> payment == PaymentStatus.PENDING && inTime;
                    case REFUND -> true;
                };
        return switch (state) {
            case MovementState.Created _ -> wanted ? Step.SEND : tooLate(payment);
            case MovementState.Unknown _ -> wanted ? Step.ASK_OR_RESEND : Step.ASK;
            case MovementState.Prompted _, MovementState.Succeeded _, MovementState.Surplus _, MovementState.Failed _ ->
                Step.ASK;
        };
    }

    private static Step tooLate(PaymentStatus payment) {
        return payment == PaymentStatus.PENDING ? Step.WAIT : Step.DROP;
    }

    /**
     * The state after an answer. Whether a success is kept is not decided here but by the payment.
     *
     * @param forgotten whether the payment is over and the last sending so long ago that it cannot arrive any more
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
