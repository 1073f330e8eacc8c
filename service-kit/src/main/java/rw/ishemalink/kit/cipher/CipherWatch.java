package rw.ishemalink.kit.cipher;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Runs the rotation of a service that has sealed columns; one that has none needs no keys. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class CipherWatch {

    private static final Logger LOG = Logger.getLogger(CipherWatch.class);

    private final Optional<KeyRotation> rotation;
    private final CipherConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cipher-watch").daemon().factory());

    private volatile boolean done;

    CipherWatch(
            @All List<SealedTables> declared,
            UnitOfWork work,
            CipherConfig config,
            Instance<ColumnCipher> cipher,
            Instance<BlindIndex> index,
            MeterRegistry meters) {
        List<SealedTable> tables =
                declared.stream().flatMap(some -> some.list().stream()).toList();
        this.config = config;
        this.rotation = tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeyRotation(work, config, cipher.get(), index.get(), tables));
        Gauge.builder("ishema.cipher.done", () -> done ? 1 : 0)
                .description("1 when every row is sealed with the active key")
                .register(meters);
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent event)
            throws InterruptedException {
        if (rotation.isPresent()) {
            rotation.get().begin();
            var unused = timer.scheduleWithFixedDelay(
                    this::lookQuietly, 0, config.look().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Empty where nothing is sealed. */
    Optional<KeyRotation> rotation() {
        return rotation;
    }

    private void lookQuietly() {
        try {
            done = rotation.orElseThrow().look(() -> Thread.sleep(config.pause().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("rows cannot be sealed, trying again: %s", e.getClass().getSimpleName());
        }
    }
}
