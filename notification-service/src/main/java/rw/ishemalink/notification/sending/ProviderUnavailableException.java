package rw.ishemalink.notification.sending;

/**
 * The provider did not take the message now, or did not say. A timeout is of this kind: the message may have gone out.
 * It is tried again, for a message twice is better than none.
 */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message is a reason without personal data: it is kept and logged. */
    public ProviderUnavailableException(String reason) {
        super(reason);
    }

    public ProviderUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
