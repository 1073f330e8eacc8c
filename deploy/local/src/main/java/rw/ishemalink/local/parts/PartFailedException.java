package rw.ishemalink.local.parts;

/** A part cannot be started; the message is one line that tells a person which part, why, and where to look. */
public final class PartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure that needs no cause to be understood. */
    public PartFailedException(String message) {
        super(message);
    }

    /** A failure with what caused it. */
    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
