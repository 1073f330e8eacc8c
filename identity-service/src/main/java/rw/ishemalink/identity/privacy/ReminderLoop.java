package rw.ishemalink.identity.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.identity.config.IdentityConfig;

/** Reminds the services of wishes that are open for long. */
@ApplicationScoped
public class ReminderLoop {

    private static final Logger LOG = Logger.getLogger(ReminderLoop.class);

    private final PersonRequests requests;
    private final IdentityConfig.Privacy config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("privacy-reminder").daemon().factory());

    ReminderLoop(PersonRequests requests, IdentityConfig config) {
        this.requests = requests;
        this.config = config.privacy();
    }

    void start(@Observes StartupEvent event) {
        long millis = config.look().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::lookQuietly, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void lookQuietly() {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
                more = requests.remindOne();
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "services cannot be reminded, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }
}
