package rw.ishemalink.compliance.outbound;

/** No reply came, or none that can be understood: whether the other side did anything is unknown. */
public final class NoReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message goes into logs: never a person's data. */
    public NoReplyException(String message) {
        super(message);
    }
}
