package rw.ishemalink.streams;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.deadletter.Causes;

/**
 * Replaces a stream thread that failed, after a pause, unless it fails all the time: then the instance stops its streams,
 * is no longer alive and gets restarted.
 */
@ApplicationScoped
class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ThreadFailures.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final StreamConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    ThreadFailures(StreamConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.clock = Clock.systemUTC();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        meters.counter("ishema.streams.thread.failures").increment();
        if (tooOften(clock.instant())) {
            LOG.errorf("a stream thread failed too often, giving up: %s", Causes.types(failure));
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.errorf("a stream thread failed and is replaced: %s", Causes.types(failure));
        return pause() ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized boolean tooOften(Instant now) {
        recent.addLast(now);
        recent.removeIf(failure -> failure.isBefore(now.minus(WINDOW)));
        return recent.size() > config.threadReplacements();
    }

    private boolean pause() {
        try {
            Thread.sleep(config.replacementPause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
