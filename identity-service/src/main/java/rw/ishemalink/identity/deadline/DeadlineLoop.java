package rw.ishemalink.identity.deadline;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.identity.config.IdentityConfig;

/** Looks again and again for what is due. One that fails is tried again at the next look and holds up no other. */
@ApplicationScoped
public class DeadlineLoop {

    private static final Logger LOG = Logger.getLogger(DeadlineLoop.class);

    private final List<Deadline> deadlines;
    private final long lookMillis;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deadlines").daemon().factory());

    DeadlineLoop(@All List<Deadline> deadlines, IdentityConfig config) {
        this.deadlines = List.copyOf(deadlines);
        this.lookMillis = config.deadlines().look().toMillis();
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, lookMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void look() {
        deadlines.forEach(this::meetAll);
    }

    private void meetAll(Deadline deadline) {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
                more = deadline.meetOne();
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "%s cannot be met, trying again: %s",
                    deadline.getClass().getSimpleName(), e.getClass().getSimpleName());
        }
    }
}
