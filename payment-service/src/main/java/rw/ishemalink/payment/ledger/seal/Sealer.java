package rw.ishemalink.payment.ledger.seal;

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
import rw.ishemalink.payment.config.LedgerConfig;
import rw.ishemalink.payment.ledger.store.BalanceStore;
import rw.ishemalink.payment.ledger.store.SealStore;

/** Seals what was posted, batch after batch, on every instance; one of them at a time is at work. */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final UnitOfWork unitOfWork;
    private final Sealing sealing;
    private final LedgerConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-sealer").daemon().factory());

    Sealer(
            UnitOfWork unitOfWork,
            Sealing sealing,
            SealStore seals,
            BalanceStore balances,
            LedgerConfig config,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.sealing = sealing;
        this.config = config;
        Gauge.builder("ledger.unsealed.age.seconds", () -> unitOfWork.read(seals::oldestSeconds))
                .description("how long the oldest transfer has waited for its seal")
                .register(meters);
        Gauge.builder("ledger.imbalance.francs", () -> unitOfWork.read(balances::imbalance))
                .description("by how much debits and credits of the sealed books differ; must be 0")
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
            LOG.warnf("transfers could not be sealed, trying again: %s", e);
        }
    }
}
