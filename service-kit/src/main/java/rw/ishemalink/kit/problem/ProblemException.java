package rw.ishemalink.kit.problem;

import java.util.List;

/**
 * Ends a request with a problem. The code names the kind; texts for it stand in {@code problems_*.properties} as
 * {@code <code>.title} and {@code <code>.detail}, the detail with {@link java.text.MessageFormat} arguments.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;

    private ProblemException(int status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** 400: the request is malformed or breaks a rule that the caller can mend. */
    public static ProblemException badRequest(String code, Object... arguments) {
        return new ProblemException(400, code, arguments);
    }

    /** 401: what should prove who the caller is does not. */
    public static ProblemException unauthorized(String code, Object... arguments) {
        return new ProblemException(401, code, arguments);
    }

    /** 403: the caller is known and may not. */
    public static ProblemException forbidden(String code, Object... arguments) {
        return new ProblemException(403, code, arguments);
    }

    /** 404: there is none, or none that the caller may know of. */
    public static ProblemException notFound(String code, Object... arguments) {
        return new ProblemException(404, code, arguments);
    }

    /** 409: it contradicts what is already so. */
    public static ProblemException conflict(String code, Object... arguments) {
        return new ProblemException(409, code, arguments);
    }

    /** 429: too often; the caller waits. */
    public static ProblemException tooManyRequests(String code, Object... arguments) {
        return new ProblemException(429, code, arguments);
    }

    /** 503: something that this needs is away; trying again later may help. */
    public static ProblemException unavailable(String code, Object... arguments) {
        return new ProblemException(503, code, arguments);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What stands in the text's places. */
    public List<Object> arguments() {
        return arguments;
    }
}
