package rw.ishemalink.schemas.wire;

/** A record that no retry makes readable: it belongs on the dead-letter topic. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
