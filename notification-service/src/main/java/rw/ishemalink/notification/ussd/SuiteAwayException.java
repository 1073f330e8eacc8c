package rw.ishemalink.notification.ussd;

/** The suite does not answer. The message names no person. */
public final class SuiteAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteAwayException(String message) {
        super(message);
    }

    public SuiteAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
