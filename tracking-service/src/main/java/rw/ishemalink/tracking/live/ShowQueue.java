package rw.ishemalink.tracking.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one client is still to be shown: first what it missed, in order, and what comes meanwhile; from then on only the
 * newest, so that a slow network costs detail and never memory. Never shows an older one after a newer. Safe for many
 * threads.
 */
public final class ShowQueue {

    private final int most;
    private final Deque<Shown> waiting = new ArrayDeque<>();
    private @Nullable List<Shown> early = new ArrayList<>();
    private boolean catchingUp;
    private long takenUntil = Long.MIN_VALUE;

    /** @param most that ever wait, the newest of them */
    public ShowQueue(int most) {
        this.most = most;
    }

    /** A position that came now. */
    public synchronized void offer(Shown shown) {
        if (early == null) {
            take(shown);
        } else {
            early.add(shown);
            if (early.size() > most) {
                early.removeFirst();
            }
        }
    }

    /** What the client is to be shown before anything that was offered; nothing is shown before this is known. */
    public synchronized void open(List<Shown> missed) {
        List<Shown> meanwhile = early == null ? List.of() : early;
        early = null;
        catchingUp = true;
        Stream.concat(missed.stream(), meanwhile.stream())
                .sorted(Comparator.comparingLong(Shown::micros))
                .forEach(this::take);
        catchingUp = !waiting.isEmpty();
    }

    /** The next to be shown, if there is one. */
    public synchronized @Nullable Shown poll() {
        Shown next = waiting.pollFirst();
        catchingUp = catchingUp && !waiting.isEmpty();
        return next;
    }

    /** Whether there is one to be shown. */
    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void take(Shown shown) {
        if (shown.micros() <= takenUntil) {
            return;
        }
        takenUntil = shown.micros();
        if (!catchingUp) {
            waiting.clear();
        } else if (waiting.size() >= most) {
            waiting.removeFirst();
        }
        waiting.addLast(shown);
    }
}
