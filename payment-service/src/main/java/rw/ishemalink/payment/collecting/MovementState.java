package rw.ishemalink.payment.collecting;

/** Where a movement stands, as far as the provider's own answers tell. */
public sealed interface MovementState {

    /** Recorded; certainly not sent. */
    record Created() implements MovementState {}

    /** Sent or about to be: nobody can tell whether it arrived. */
    record Unknown() implements MovementState {}

    /** The provider has it and has not decided. */
    record Prompted() implements MovementState {}

    /** The money moved, and that stands. */
    record Succeeded(String transactionId) implements MovementState {}

    /** The money came, but late or twice: it goes back. */
    record Surplus(String transactionId) implements MovementState {}

    /** The provider refused, or the payer did; the reason is the provider's word. */
    record Failed(String reason) implements MovementState {}

    /** Whether the provider has yet to decide. */
    default boolean open() {
        return switch (this) {
            case Created _, Unknown _, Prompted _ -> true;
            case Succeeded _, Surplus _, Failed _ -> false;
        };
    }
}
