package rw.ishemalink.payment.collecting;

/** The provider gave no answer that decides anything; what it did is unknown. The message names no person and no secret. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(String message) {
        super(message);
    }
}
