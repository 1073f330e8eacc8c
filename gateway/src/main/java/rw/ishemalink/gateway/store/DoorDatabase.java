package rw.ishemalink.gateway.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import rw.ishemalink.gateway.limit.store.BucketRows;

/** Makes the tables as soon as the database can be reached, however long that takes, and clears what has ended. */
@ApplicationScoped
class DoorDatabase {

    private static final Logger LOG = Logger.getLogger(DoorDatabase.class);
    private static final long RETRY_SECONDS = 2;
    private static final long CLEAR_SECONDS = 60;

    private final Flyway tables;
    private final BucketRows buckets;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("door-database").factory());
    private boolean missed;

    DoorDatabase(Flyway tables, BucketRows buckets) {
        this.tables = tables;
        this.buckets = buckets;
    }

    void start(@Observes StartupEvent event) {
        timer.execute(this::make);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void make() {
        try {
            tables.migrate();
            var unused = timer.scheduleWithFixedDelay(this::clear, CLEAR_SECONDS, CLEAR_SECONDS, TimeUnit.SECONDS);
        } catch (FlywayException e) {
            if (!missed) {
                LOG.warnf("the door's database is away, its instances share nothing: %s", e.getMessage());
            }
            missed = true;
            var unused = timer.schedule(this::make, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void clear() {
        try {
            buckets.deleteFull();
        } catch (RuntimeException e) {
            LOG.debugf("full buckets were not deleted: %s", e.getMessage());
        }
    }
}
