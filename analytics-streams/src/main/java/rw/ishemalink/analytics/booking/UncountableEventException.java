package rw.ishemalink.analytics.booking;

/** An event that can be read but not counted, and that no retry makes countable: it belongs on the dead-letter topic. */
public final class UncountableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UncountableEventException(String message) {
        super(message);
    }
}
