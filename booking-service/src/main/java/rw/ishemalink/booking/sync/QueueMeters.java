package rw.ishemalink.booking.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.sync.store.SyncQueue;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * The queue in numbers: {@code ishema.sync.queue} by state, {@code ishema.sync.oldest}; what is drained per minute is the
 * rate of {@code ishema.sync.tried}.
 */
@ApplicationScoped
class QueueMeters {

    private static final Logger LOG = Logger.getLogger(QueueMeters.class);

    private final UnitOfWork unitOfWork;
    private final SyncQueue queue;

    QueueMeters(UnitOfWork unitOfWork, SyncQueue queue) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        for (SyncState state : SyncState.values()) {
            if (state.isOpen()) {
                Gauge.builder("ishema.sync.queue", () -> count(state))
                        .tag("state", state.name())
                        .description("Actions made without network that are not done yet")
                        .register(meters);
            }
        }
        Gauge.builder("ishema.sync.oldest", this::oldestSeconds)
                .baseUnit("seconds")
                .description("How long the first in the queue has waited for its turn")
                .register(meters);
    }

    private double count(SyncState state) {
        return measure(() -> unitOfWork.read(sql -> queue.count(sql, state)));
    }

    private double oldestSeconds() {
        return measure(() -> unitOfWork.read(queue::oldestSeconds));
    }

    /** A scrape goes on without what cannot be told at the moment. */
    private static double measure(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException e) {
            LOG.debug("the queue cannot be measured", e);
            return Double.NaN;
        }
    }
}
