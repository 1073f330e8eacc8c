package rw.ishemalink.gateway.proxy;

import java.util.Map;
import rw.ishemalink.gateway.answer.Refusal;

/** The door refuses a request; carries no stack trace, for refusing must stay cheap. */
final class TurnedAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, String> headers;

    TurnedAwayException(Refusal refusal, Map<String, String> headers) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.headers = Map.copyOf(headers);
    }

    Refusal refusal() {
        return refusal;
    }

    Map<String, String> headers() {
        return headers;
    }
}
