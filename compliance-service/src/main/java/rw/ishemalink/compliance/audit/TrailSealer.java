package rw.ishemalink.compliance.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.compliance.audit.store.SealingStore;
import rw.ishemalink.compliance.config.AuditConfig;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Seals what was heard, batch after batch, on every instance; one of them at a time is at work. */
@ApplicationScoped
class TrailSealer {

    private static final Logger LOG = Logger.getLogger(TrailSealer.class);

    private final UnitOfWork unitOfWork;
    private final TrailSealing sealing;
    private final AuditConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trail-sealer").daemon().factory());

    TrailSealer(
            UnitOfWork unitOfWork, TrailSealing sealing, SealingStore store, AuditConfig config, MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.sealing = sealing;
        this.config = config;
        Gauge.builder("trail.unsealed.age.seconds", () -> unitOfWork.read(store::oldestSeconds))
                .description("how long the oldest entry has waited for its place on the trail")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        long everyMillis = config.sealEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::sealAll, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sealAll() {
        try {
            int sealed;
            do {
                sealed = unitOfWork.call(tx -> sealing.seal(tx.sql(), config.sealAtOnce()));
            } while (sealed == config.sealAtOnce());
        } catch (RuntimeException e) {
            LOG.warnf("entries of the trail could not be sealed, trying again: %s", e);
        }
    }
}
