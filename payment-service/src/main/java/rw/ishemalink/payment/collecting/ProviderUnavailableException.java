package rw.ishemalink.payment.collecting;

/**
 * The provider gave no answer that decides anything; what it did is unknown, unless the request certainly never left. The
 * message names no person and no secret.
 */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    public ProviderUnavailableException(String message) {
        this(message, true);
    }

    private ProviderUnavailableException(String message, boolean sent) {
        super(message);
        this.sent = sent;
    }

    /** The request certainly did not reach the provider: no connection, or no token to send it with. */
    public static ProviderUnavailableException notSent(String message) {
        return new ProviderUnavailableException(message, false);
    }

    /** Whether the provider may have received the request. */
    public boolean sent() {
        return sent;
    }
}
