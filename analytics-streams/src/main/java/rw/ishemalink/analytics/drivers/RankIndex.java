package rw.ishemalink.analytics.drivers;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;

/**
 * The {@link Boards} of one partition as a store: in memory, logged nowhere, made anew from the cells whenever the task
 * starts to work on the partition. A copy that only follows has none and says so; whoever asks then reads the cells. As
 * the cells, it shows what the last commit left: Kafka calls {@link CachedStateStore} before each.
 */
final class RankIndex implements StateStore, CachedStateStore<Cell, Sums> {

    private final String name;
    private final long mostEntries;
    private final InstantSource clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Cell, Sums> uncommitted = new HashMap<>();
    private @Nullable Boards boards;
    private volatile boolean open;

    RankIndex(String name, long mostEntries, InstantSource clock) {
        this.name = name;
        this.mostEntries = mostEntries;
        this.clock = clock;
    }

    /** Boards without anybody, to be filled. */
    Boards begin() {
        Boards fresh = new Boards(mostEntries);
        fresh.advance(clock.instant());
        return fresh;
    }

    /** From now on these answer. */
    void use(Boards rebuilt) {
        lock.writeLock().lock();
        try {
            uncommitted.clear();
            boards = rebuilt;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The task works on the partition no longer. */
    void forget() {
        lock.writeLock().lock();
        try {
            clearCache();
            boards = null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The cells change by that. */
    void add(Map<Cell, Sums> changes) {
        changes.forEach((cell, change) -> uncommitted.merge(cell, change.withoutTransit(), Sums::plus));
    }

    @Override
    public void flushCache() {
        if (uncommitted.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            Boards kept = Objects.requireNonNull(boards);
            kept.advance(clock.instant());
            kept.add(uncommitted);
        } finally {
            lock.writeLock().unlock();
        }
        uncommitted.clear();
    }

    @Override
    public void clearCache() {
        uncommitted.clear();
    }

    /** Nobody listens to changes of this store. */
    @Override
    public boolean setFlushListener(CacheFlushListener<Cell, Sums> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked") // A board query's answer is a part of a board.
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof BoardQuery asked
                ? (QueryResult<R>) answer(asked)
                : QueryResult.forUnknownQueryType(query, this);
    }

    private QueryResult<BoardPart> answer(BoardQuery query) {
        return find(query)
                .map(QueryResult::forResult)
                .orElseGet(() -> QueryResult.forFailure(FailureReason.DOES_NOT_EXIST, "no ranking of that board"));
    }

    /** The answer; empty when the board has no ranking here. */
    Optional<BoardPart> find(BoardQuery query) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(boards)
                    .flatMap(kept -> kept.find(query.board()))
                    .map(query::of);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many entries there are, all boards together. */
    long entries() {
        lock.readLock().lock();
        try {
            return boards == null ? 0 : boards.entries();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (_, _) -> {});
        open = true;
    }

    @Override
    public void flush() {
        // There is nowhere to write to.
    }

    @Override
    public void close() {
        open = false;
        forget();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }
}
