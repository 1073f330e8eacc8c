package rw.ishemalink.tracking.position;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.netty.MainEventLoopGroup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * How long live positions take in this instance: what they wait on its event loops, by which they come in and go out, or
 * what the feed between is behind, whichever is longer.
 */
@ApplicationScoped
public class LiveDelay {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final EventLoopGroup loops;
    private final List<LoopDelay> delays = new CopyOnWriteArrayList<>();
    private volatile Duration feed = Duration.ZERO;

    /** Watches nothing before the start. */
    @Inject
    public LiveDelay(@MainEventLoopGroup EventLoopGroup loops) {
        this.loops = loops;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("ishema.tracking.live.delay", this, delay -> delay.now().toNanos() / 1e9)
                .description("How long live positions take in this instance")
                .baseUnit("seconds")
                .register(meters);
        loops.forEach(this::watch);
    }

    private void watch(EventExecutor loop) {
        LoopDelay delay = new LoopDelay(LOOK_EVERY, System.nanoTime());
        delays.add(delay);
        var unused = loop.scheduleWithFixedDelay(
                () -> delay.ran(System.nanoTime()), LOOK_EVERY.toNanos(), LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What was heard on the feed has been on its way for so long; nothing when all there is has been heard. */
    public void heard(Duration behind) {
        feed = behind;
    }

    /** As it is now. */
    Duration now() {
        long nowNanos = System.nanoTime();
        long longest = feed.toNanos();
        for (LoopDelay delay : delays) {
            longest = Math.max(longest, delay.nanos(nowNanos));
        }
        return Duration.ofNanos(longest);
    }
}
