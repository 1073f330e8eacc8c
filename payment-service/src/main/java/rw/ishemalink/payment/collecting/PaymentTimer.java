package rw.ishemalink.payment.collecting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.config.PaymentConfig;

/** Looks for what is due, on every instance; the rows' locks share the work out. */
@ApplicationScoped
public class PaymentTimer {

    private static final Logger LOG = Logger.getLogger(PaymentTimer.class);

    private final MovementWorker worker;
    private final Expiry expiry;
    private final PaymentConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("payment-timer").daemon().factory());

    PaymentTimer(MovementWorker worker, Expiry expiry, PaymentConfig config) {
        this.worker = worker;
        this.expiry = expiry;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long everyMillis = config.sweepEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::sweep, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Looks at once: something became due just now. */
    public void wake() {
        timer.execute(this::sweep);
    }

    private void sweep() {
        try {
            expiry.sweep();
            worker.sweep();
        } catch (RuntimeException e) {
            LOG.warnf("sweep failed, trying again: %s", e);
        }
    }
}
