package rw.ishemalink.local.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the shots, sent by the same people. One thread uses it. */
final class Round {

    private final Shots shots;
    private final List<Sender> senders;
    private final long end;
    private long next;

    Round(Shots shots, List<Sender> senders, long from, long end) {
        this.shots = shots;
        this.senders = senders;
        this.next = from;
        this.end = end;
    }

    /** The next one; null: there are no more. */
    @Nullable
    Shot next() {
        return next < end ? shots.get(next++, senders) : null;
    }
}
