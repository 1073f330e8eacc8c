package rw.ishemalink.booking.lifecycle;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * The booking changed.
     *
     * @param booking the booking after the change
     * @param change what happened
     * @param role the role that allowed it, e.g. SENDER; SYSTEM when the platform acted
     */
    record Changed(Booking booking, Change change, String role) implements Outcome {}

    /** It is so already: what was asked before and is asked again leaves no trace. */
    record Unchanged(Booking booking) implements Outcome {}

    /** It cannot be done. */
    record Refused(Refusal refusal) implements Outcome {}
}
