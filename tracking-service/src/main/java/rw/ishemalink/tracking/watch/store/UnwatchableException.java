package rw.ishemalink.tracking.watch.store;

import rw.ishemalink.streams.UnprocessableEventException;

/** Something was heard of a vehicle that the watch cannot deal with: nothing was changed, and no retry helps. */
final class UnwatchableException extends UnprocessableEventException {

    private static final long serialVersionUID = 1L;

    UnwatchableException(RuntimeException cause) {
        super("the watch cannot deal with it", cause);
    }
}
