package rw.ishemalink.backup.seal;

/** Something cannot be sealed, or is not what was sealed for us. */
public final class SealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealException(String message, Throwable cause) {
        super(message, cause);
    }
}
