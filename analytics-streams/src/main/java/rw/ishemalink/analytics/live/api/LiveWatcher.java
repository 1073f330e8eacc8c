package rw.ishemalink.analytics.live.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.live.LiveDesk;
import rw.ishemalink.analytics.live.LiveQuestion;
import rw.ishemalink.analytics.live.LiveState;
import rw.ishemalink.analytics.live.Watcher;

/** Who watches what, by which token, and what of it he has. */
abstract class LiveWatcher implements Watcher {

    private final LiveDesk desk;
    private final LiveQuestion question;
    private final LiveToken token;
    private volatile @Nullable String seen;

    /** @param seen the id of the state that the client has already */
    LiveWatcher(LiveDesk desk, LiveQuestion question, LiveToken token, @Nullable String seen) {
        this.desk = desk;
        this.question = question;
        this.token = token;
        this.seen = seen;
    }

    /**
     * Begins to watch.
     *
     * @return ends it
     */
    final Runnable watch() {
        return desk.watch(question, this);
    }

    /** Whether there is a state that the client has not. */
    final boolean hasNews() {
        return findState().isPresent();
    }

    /** That state, which is sent to the client now. */
    final Optional<LiveState> takeNews() {
        Optional<LiveState> news = findState();
        news.ifPresent(state -> seen = state.id());
        return news;
    }

    private Optional<LiveState> findState() {
        return desk.findState(question).filter(state -> !state.id().equals(seen));
    }

    @Override
    public final UUID personId() {
        return token.personId();
    }

    @Override
    public final String token() {
        return token.raw();
    }

    @Override
    public final boolean isOver() {
        return token.isOver();
    }
}
