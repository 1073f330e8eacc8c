package rw.ishemalink.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Lets requests pass as often as their bucket allows. Buckets are all instances'; while they cannot be reached, each
 * instance counts alone: nobody is refused because a database is away.
 */
@Singleton
public class RateLimits {

    private static final Logger LOG = Logger.getLogger(RateLimits.class);
    private static final int OWNERS = 100_000;
    private static final int THREADS = 4;
    private static final long PATIENCE_MILLIS = 500;
    private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final SharedBuckets shared;
    private final WorkerExecutor threads;
    private final Counter alone;
    private final Cache<String, Purse> purses = Caffeine.newBuilder()
            .maximumSize(OWNERS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final ConcurrentHashMap<Purse, Future<Void>> asking = new ConcurrentHashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long aloneUntilNanos = System.nanoTime();

    /** Limits that are shared by whoever uses the same buckets. */
    public RateLimits(SharedBuckets shared, Vertx vertx, MeterRegistry meters) {
        this.shared = shared;
        this.threads = vertx.createSharedWorkerExecutor("rate-limits", THREADS);
        this.alone = Counter.builder("ishema.gateway.limits.alone")
                .description("Times at which an instance counted alone because the shared buckets were away")
                .register(meters);
    }

    /** Whether one more request may pass; at once unless the bucket must be asked. Never fails. */
    public Future<Verdict> spend(BucketKey key) {
        Purse purse = purses.get(key.text(), _ -> new Purse(key, System.nanoTime()));
        Optional<Verdict> verdict = purse.spend(System.nanoTime());
        return verdict.isPresent()
                ? Future.succeededFuture(verdict.get())
                : fill(purse).compose(_ -> spend(key));
    }

    /** Who asks for the same purse at the same time waits for the same answer. */
    private Future<Void> fill(Purse purse) {
        if (System.nanoTime() - aloneUntilNanos < 0) {
            alone.increment();
            purse.putOwn(System.nanoTime());
            return Future.succeededFuture();
        }
        Promise<Void> filled = Promise.promise();
        Future<Void> other = asking.putIfAbsent(purse, filled.future());
        if (other != null) {
            return other;
        }
        var unused = ask(purse).onComplete(_ -> {
            asking.remove(purse);
            filled.complete();
        });
        return filled.future();
    }

    private Future<Void> ask(Purse purse) {
        BucketKey key = purse.key();
        return threads.executeBlocking(() -> shared.take(key, key.allowance().lump()), false)
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(taken -> {
                    heard();
                    purse.put(taken, System.nanoTime());
                    return (Void) null;
                })
                .otherwise(e -> {
                    goAlone(e);
                    purse.putOwn(System.nanoTime());
                    return null;
                });
    }

    private void heard() {
        if (away.compareAndSet(true, false)) {
            LOG.info("rate limits are shared again");
        }
    }

    private void goAlone(Throwable e) {
        alone.increment();
        aloneUntilNanos = System.nanoTime() + ALONE_NANOS;
        if (away.compareAndSet(false, true)) {
            LOG.warnf("rate limits cannot be shared, each instance counts alone: %s", e.getMessage());
        }
    }
}
