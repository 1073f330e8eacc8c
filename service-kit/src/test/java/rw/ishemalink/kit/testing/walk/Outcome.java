package rw.ishemalink.kit.testing.walk;

/** How an endpoint met a visitor, as short as a table wants it. */
enum Outcome {
    IN("2xx"),
    /** Let in, but the request itself cannot be done: malformed, or against what is so. */
    REFUSED("400"),
    NO_TOKEN("401"),
    FORBIDDEN("403"),
    UNKNOWN("404"),
    FAILED("5xx");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Outcome of(int status) {
        return switch (status) {
            case 401 -> NO_TOKEN;
            case 403 -> FORBIDDEN;
            case 404 -> UNKNOWN;
            default -> status < 400 ? IN : status < 500 ? REFUSED : FAILED;
        };
    }

    /** Whether it came to the visitor's rights at all, and they were enough. */
    boolean isLetIn() {
        return this == IN || this == REFUSED;
    }
}
