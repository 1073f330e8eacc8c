package rw.ishemalink.identity.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same thing many times at once. */
public final class Race {

    private Race() {}

    /** What each of the runners got. */
    public static <T> List<T> run(int runners, Callable<T> work) {
        CyclicBarrier start = new CyclicBarrier(runners);
        try (var executor = Executors.newFixedThreadPool(runners)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a runner fell", e);
        }
    }
}
