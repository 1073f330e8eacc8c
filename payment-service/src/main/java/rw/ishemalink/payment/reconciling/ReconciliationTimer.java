package rw.ishemalink.payment.reconciling;

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
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.config.ReconciliationConfig;
import rw.ishemalink.payment.reconciling.store.CaseStore;
import rw.ishemalink.payment.reconciling.store.RunStore;

/** Looks for days that are over and not compared, on every instance; claims in the database share the work out. */
@ApplicationScoped
public class ReconciliationTimer {

    private static final Logger LOG = Logger.getLogger(ReconciliationTimer.class);

    private final UnitOfWork unitOfWork;
    private final RunStore runs;
    private final Reconciler reconciler;
    private final ReconciliationConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconciliation-timer").daemon().factory());

    ReconciliationTimer(
            UnitOfWork unitOfWork,
            RunStore runs,
            CaseStore cases,
            Reconciler reconciler,
            ReconciliationConfig config,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.reconciler = reconciler;
        this.config = config;
        for (Provider provider : Provider.values()) {
            Gauge.builder("reconciliation.age.seconds", () -> unitOfWork.read(sql -> runs.ageSeconds(sql, provider)))
                    .description("how long ago a day of the provider was last compared to its end")
                    .tag("provider", provider.name())
                    .register(meters);
            Gauge.builder("reconciliation.cases.open", () -> unitOfWork.read(sql -> cases.countOpen(sql, provider)))
                    .description("differences that nobody has resolved")
                    .tag("provider", provider.name())
                    .register(meters);
        }
    }

    void start(@Observes StartupEvent event) {
        long everyMillis = config.sweepEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::sweep, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Looks at once: somebody wants a day. */
    void wake() {
        timer.execute(this::sweep);
    }

    private void sweep() {
        try {
            if (config.daily()) {
                unitOfWork.run(tx -> runs.plan(tx.sql(), config.afterMidnight()));
            }
            while (reconciler.runNext()) {
                LOG.debug("a day was compared");
            }
        } catch (RuntimeException e) {
            LOG.warnf("no day could be taken up, trying again: %s", e);
        }
    }
}
