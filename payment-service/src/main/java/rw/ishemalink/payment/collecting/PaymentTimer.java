package rw.ishemalink.payment.collecting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.config.PaymentConfig;

/** Looks for what is due, on every instance; the rows' locks share the work out. */
@ApplicationScoped
public class PaymentTimer {

    private static final Logger LOG = Logger.getLogger(PaymentTimer.class);

    private final MovementWorker worker;
    private final Expiry expiry;
    private final PaymentConfig config;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("payment-timer").daemon().factory(), new DiscardPolicy());

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

    /** Something became due just now. What is said within a moment is one look: it claims and calls for all of them. */
    public void wake() {
        if (awake.compareAndSet(false, true)) {
            var unused = timer.schedule(this::look, config.gatherFor().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            expiry.sweep();
        } catch (RuntimeException e) {
            LOG.warnf("expiry failed, trying again: %s", e);
        }
        look();
    }

    private void look() {
        awake.set(false);
        try {
            worker.sweep();
        } catch (RuntimeException e) {
            LOG.warnf("sweep failed, trying again: %s", e);
        }
    }
}
