package rw.ishemalink.gateway.upkeep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.upkeep.store.NoticeRows;

/** Reads what was said by hand at any instance. While the database is away, what is known goes on to count. */
@ApplicationScoped
public class NoticeReader {

    private static final Logger LOG = Logger.getLogger(NoticeReader.class);

    private final NoticeRows rows;
    private final Maintenance maintenance;
    private final long lookEveryMillis;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("maintenance").factory());

    NoticeReader(NoticeRows rows, Maintenance maintenance, GatewayConfig config) {
        this.rows = rows;
        this.maintenance = maintenance;
        this.lookEveryMillis = config.upkeep().lookEvery().toMillis();
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(this::lookInTime, 0, lookEveryMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Looks now. */
    public void look() {
        maintenance.putByHand(rows.list());
    }

    private void lookInTime() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debugf("whether there is maintenance cannot be read: %s", e.getMessage());
        }
    }
}
