package rw.ishemalink.gateway.proxy;

/** A body whose length was not announced turned out to be larger than its service is sent. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the body is too large", null, false, false);
    }
}
