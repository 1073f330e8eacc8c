package rw.ishemalink.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again at erasures that wait, and for what came late of people who were forgotten. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.privacy.part", stringValue = "true")
public class PrivacyLoop {

    private static final Logger LOG = Logger.getLogger(PrivacyLoop.class);

    private final PrivacyDesk desk;
    private final PrivacyConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("privacy").daemon().factory());

    PrivacyLoop(PrivacyDesk desk, PrivacyConfig config) {
        this.desk = desk;
        this.config = config;
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
                boolean tried = desk.tryOne();
                more = desk.sweep() > 0 || tried;
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "erasures cannot be looked after, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }
}
