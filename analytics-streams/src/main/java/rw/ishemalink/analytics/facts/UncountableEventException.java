package rw.ishemalink.analytics.facts;

import rw.ishemalink.streams.UnprocessableEventException;

/** An event that can be read but not counted, and that no retry makes countable: it belongs on the dead-letter topic. */
public final class UncountableEventException extends UnprocessableEventException {

    private static final long serialVersionUID = 1L;

    public UncountableEventException(String message) {
        super(message);
    }
}
