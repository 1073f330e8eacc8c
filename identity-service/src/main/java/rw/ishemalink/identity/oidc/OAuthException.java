package rw.ishemalink.identity.oidc;

/** Ends a request of a client with an error of RFC 6749 § 5.2, in the words that its authors expect, who read English. */
public final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final int status;

    private OAuthException(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    /** The request is malformed. */
    static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description);
    }

    /** Code, refresh token or phone are of no use. */
    static OAuthException invalidGrant(String description) {
        return new OAuthException(400, "invalid_grant", description);
    }

    /** The client asks for more than it is registered for. */
    static OAuthException invalidScope(String description) {
        return new OAuthException(400, "invalid_scope", description);
    }

    /** The client is not registered for that grant. */
    static OAuthException unauthorizedClient(String description) {
        return new OAuthException(400, "unauthorized_client", description);
    }

    /** The client did not prove who it is. */
    public static OAuthException invalidClient() {
        return new OAuthException(401, "invalid_client", "unknown client, wrong secret, or none");
    }

    /** Another error of the standards. */
    public static OAuthException of(String error, String description) {
        return new OAuthException(400, error, description);
    }

    /** The error's name in the standard. */
    public String error() {
        return error;
    }

    public int status() {
        return status;
    }

    /** What is wrong, without what was sent. */
    public String description() {
        return String.valueOf(getMessage());
    }
}
