package rw.ishemalink.streams;

/** An event that can be read but not dealt with, and that no retry helps; nothing was changed. It belongs on the dead-letter topic. */
public abstract class UnprocessableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected UnprocessableEventException(String message) {
        super(message);
    }

    protected UnprocessableEventException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
