package rw.ishemalink.tracking.position;

import java.util.concurrent.atomic.AtomicInteger;

/** How much may be on its way at once. Invariant: never more than fits; what entered leaves once. */
final class Pipe {

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    Pipe(int most) {
        this.most = most;
    }

    /** Whether there was room for all of them; if not, none is in. */
    boolean enter(int count) {
        if (inside.addAndGet(count) <= most) {
            return true;
        }
        inside.addAndGet(-count);
        return false;
    }

    void leave(int count) {
        inside.addAndGet(-count);
    }

    int inside() {
        return inside.get();
    }
}
