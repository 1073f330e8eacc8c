package rw.ishemalink.kit.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Ends what is over, hour by hour, and shows how old the oldest row of each class is. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.privacy.part", stringValue = "true")
public class RetentionLoop {

    private static final Logger LOG = Logger.getLogger(RetentionLoop.class);

    private final List<Retention> classes;
    private final RetentionConfig config;
    private final Map<String, Double> oldestSeconds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory());

    RetentionLoop(@All List<RetentionClasses> declared, UnitOfWork work, RetentionConfig config, MeterRegistry meters) {
        this.classes = declared.stream()
                .flatMap(it -> it.list().stream())
                .map(it -> new Retention(work, it))
                .toList();
        this.config = config;
        classes.forEach(it -> Gauge.builder(
                        "ishema.retention.oldest.seconds",
                        () -> oldestSeconds.getOrDefault(it.kept().name(), 0.0))
                .description("Age of the oldest row of a class that is to go some day")
                .tag("class", it.kept().name())
                .register(meters));
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, config.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** One class that fails does not keep the others. */
    private void look() {
        for (Retention one : classes) {
            try {
                end(one);
                oldestSeconds.put(one.kept().name(), (double) one.oldest().toSeconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "%s cannot be ended, trying again: %s",
                        one.kept().name(), e.getClass().getSimpleName());
            }
        }
    }

    private void end(Retention one) throws InterruptedException {
        while (one.next(config.batch()) == config.batch()) {
            Thread.sleep(config.pause().toMillis());
        }
    }
}
