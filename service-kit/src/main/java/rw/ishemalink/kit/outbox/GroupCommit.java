package rw.ishemalink.kit.outbox;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;

/**
 * Writes together what many requests want written at the same moment. While one batch is being written the next one
 * gathers: a lone row waits for nobody, and hundreds share one statement and one commit. A fault in one of them is that
 * one's alone: the others are written without it.
 *
 * @param <R> what is to be written
 * @param <A> what the one who wants it written is told
 */
public final class GroupCommit<R, A> implements AutoCloseable {

    private static final int LARGEST_BATCH = 256;

    /** A row and the one who waits for it. */
    private record Waiting<R, A>(R row, CompletableFuture<A> answer) {}

    private final BlockingQueue<Waiting<R, A>> waiting = new LinkedBlockingQueue<>();
    private final Function<List<R>, List<A>> write;
    private final Duration patience;
    private final Thread writer;

    /**
     * Starts it.
     *
     * @param write writes the rows in a transaction and answers for each, in their order
     * @param patience how long a row waits
     */
    GroupCommit(String name, Function<List<R>, List<A>> write, Duration patience) {
        this.write = write;
        this.patience = patience;
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    /**
     * Returns when the row is committed; throws what was thrown at the attempt to write it.
     *
     * @throws ConnectionException when the database took longer than a row waits; the row may be written or not, as with
     *     any answer that is lost
     */
    public A write(R row) {
        Waiting<R, A> mine = new Waiting<>(row, new CompletableFuture<>());
        waiting.add(mine);
        try {
            return mine.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            waiting.remove(mine);
            throw new ConnectionException(new SQLTimeoutException("the database is too slow", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes no more. Whoever still waits gives up in time. */
    @Override
    public void close() {
        writer.interrupt();
    }

    /** How many rows wait for the next batch. */
    int countWaiting() {
        return waiting.size();
    }

    private void work() {
        List<Waiting<R, A>> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, LARGEST_BATCH - 1);
                settle(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever waits hears of everything that can go wrong, errors too. */
    private void settle(List<Waiting<R, A>> batch) {
        try {
            List<A> answers = write.apply(batch.stream().map(Waiting::row).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (Throwable e) {
            if (batch.size() == 1 || DatabaseAway.isCauseOf(e)) {
                batch.forEach(one -> one.answer().completeExceptionally(e));
            } else {
                batch.forEach(one -> settle(List.of(one)));
            }
        }
    }
}
