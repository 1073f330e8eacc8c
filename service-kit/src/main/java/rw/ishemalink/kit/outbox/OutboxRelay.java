package rw.ishemalink.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Carries committed events to Kafka, batch after batch, as long as the instance lives. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(5);
    private static final Duration SLOW = Duration.ofMillis(5);

    private final RelayBatch batch;
    private final OutboxConfig config;
    private final Semaphore work = new Semaphore(0);
    private final AtomicLong failingSinceNanos = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    OutboxRelay(Jdbi jdbi, Producer<String, byte[]> producer, OutboxConfig config, MeterRegistry meters) {
        this.batch = new RelayBatch(jdbi, producer);
        this.config = config;
        TimeGauge.builder("ishema.outbox.failing", this, TimeUnit.SECONDS, relay -> relay.failingSeconds())
                .description("How long the relay has been unable to send; 0 while it can")
                .register(meters);
    }

    /** There is something to relay: do not wait for the next look. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Since when nothing could be sent, if that is so. */
    public Optional<Duration> findFailingFor() {
        long since = failingSinceNanos.get();
        return since == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - since));
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (config.relay()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        Thread relaying = thread;
        if (relaying != null) {
            relaying.join(Duration.ofSeconds(5));
        }
    }

    private void relay() {
        long pauseMillis = 0;
        while (running) {
            pauseMillis = step(pauseMillis);
            await(pauseMillis);
        }
    }

    private long step(long lastPauseMillis) {
        try {
            long begin = System.nanoTime();
            RelayBatch.Result result = batch.run();
            failingSinceNanos.set(0);
            return switch (result) {
                case SENT -> {
                    restIfSlow(System.nanoTime() - begin);
                    yield config.busyPause().toMillis();
                }
                case SENT_MANY -> {
                    rest(System.nanoTime() - begin);
                    yield 0;
                }
                case NOTHING_NEW, ANOTHER_RELAY_IS_AT_WORK ->
                    Math.clamp(
                            lastPauseMillis * 2,
                            config.busyPause().toMillis(),
                            config.idlePause().toMillis());
            };
        } catch (RuntimeException e) {
            failingSinceNanos.compareAndSet(0, System.nanoTime());
            LOG.warnf("outbox cannot be relayed, trying again: %s", rootCause(e));
            return Math.clamp(lastPauseMillis * 2, 100, LONGEST_RETRY_PAUSE.toMillis());
        }
    }

    /** Under load, as long as the last batch took, whoever calls: meanwhile more events gather and share the next one's price. */
    private static void rest(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    /** A few events that take long: the machine is busy with other things, and a look for each commit would keep it so. */
    private static void restIfSlow(long nanos) {
        if (nanos > SLOW.toNanos()) {
            rest(nanos);
        }
    }

    private void await(long pauseMillis) {
        try {
            if (work.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private double failingSeconds() {
        return findFailingFor().map(Duration::toSeconds).orElse(0L);
    }

    private static String rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
