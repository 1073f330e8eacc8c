package rw.ishemalink.booking.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done by many at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of that many answers, all let go together. */
    public static <T> List<T> run(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        return run(Collections.nCopies(times, work));
    }

    /** What each answers, all let go together. */
    public static <T> List<T> run(List<Callable<T>> works) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        List<T> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> work : works) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            for (Future<T> one : running) {
                done.add(one.get());
            }
        }
        return done;
    }
}
