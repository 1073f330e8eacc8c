package rw.ishemalink.analytics.live;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question, with all who watch it. */
final class Watch {

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean computing = new AtomicBoolean();
    private volatile @Nullable LiveState state;

    Set<Watcher> watchers() {
        return watchers;
    }

    Optional<LiveState> findState() {
        return Optional.ofNullable(state);
    }

    /**
     * Computes the figures, unless that is being done; whoever watches is told when they have changed.
     *
     * @param compute the state by the right of a watcher
     */
    void refresh(Function<Watcher, LiveState> compute) {
        Optional<Watcher> one =
                watchers.stream().filter(watcher -> !watcher.isOver()).findAny();
        if (one.isEmpty() || !computing.compareAndSet(false, true)) {
            return;
        }
        try {
            LiveState now = compute.apply(one.get());
            LiveState before = state;
            if (before == null || !before.figures().equals(now.figures())) {
                state = now;
                watchers.forEach(Watcher::look);
            }
        } finally {
            computing.set(false);
        }
    }
}
