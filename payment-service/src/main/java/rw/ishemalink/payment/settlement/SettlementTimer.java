package rw.ishemalink.payment.settlement;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.config.SettlementConfig;

/** Looks for days to settle and for runs to go on with, on every instance; the rows' locks leave each to one. */
@ApplicationScoped
public class SettlementTimer {

    private static final Logger LOG = Logger.getLogger(SettlementTimer.class);

    private final UnitOfWork unitOfWork;
    private final Opening opening;
    private final RunWorker worker;
    private final PaymentTimer payments;
    private final SettlementConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("settlement-timer").daemon().factory());

    SettlementTimer(
            UnitOfWork unitOfWork, Opening opening, RunWorker worker, PaymentTimer payments, SettlementConfig config) {
        this.unitOfWork = unitOfWork;
        this.opening = opening;
        this.worker = worker;
        this.payments = payments;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long everyMillis = config.lookEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Looks at once: a run was opened just now. */
    public void wake() {
        timer.execute(this::look);
    }

    private void look() {
        try {
            boolean more;
            do {
                more = unitOfWork.call(tx -> opening.openDue(tx.sql()));
            } while (more && !timer.isShutdown());
            while (!timer.isShutdown() && worker.step()) {
                payments.wake();
            }
        } catch (RuntimeException e) {
            LOG.warnf("looking for days to settle failed, trying again: %s", e);
        }
    }
}
