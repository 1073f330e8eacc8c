package rw.ishemalink.identity.fleet;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Ends shifts that have lasted too long: whoever forgets to go off duty is not offered work for ever. */
@ApplicationScoped
public class ShiftSweep {

    private static final Logger LOG = Logger.getLogger(ShiftSweep.class);

    private final UnitOfWork work;
    private final DriverStore drivers;
    private final DriverChanges changes;
    private final ShiftStore shifts;
    private final Duration look;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shift-sweep").daemon().factory());

    ShiftSweep(UnitOfWork work, DriverStore drivers, DriverChanges changes, ShiftStore shifts, IdentityConfig config) {
        this.work = work;
        this.drivers = drivers;
        this.changes = changes;
        this.shifts = shifts;
        this.look = config.shifts().look();
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::sweep, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
                more = endOne();
            }
        } catch (RuntimeException e) {
            LOG.warnf("shifts cannot be swept, trying again: %s", e.getClass().getSimpleName());
        }
    }

    /** Ends one shift; false when there was none to end. */
    private boolean endOne() {
        return work.call(tx -> {
            Optional<ShiftStore.Overdue> overdue = shifts.findOverdueForUpdate(tx.sql());
            overdue.filter(it -> shifts.endIfOverdue(tx.sql(), it.driverId()))
                    .flatMap(it ->
                            drivers.find(tx.sql(), FleetBoundary.oneself(it.tenant(), it.driverId()), it.driverId()))
                    .ifPresent(driver -> changes.follow(tx, driver));
            return overdue.isPresent();
        });
    }
}
