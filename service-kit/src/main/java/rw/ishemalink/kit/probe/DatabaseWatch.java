package rw.ishemalink.kit.probe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** Tells whether the database answers, and how long the oldest committed event has waited for Kafka. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
class DatabaseWatch {

    /** What the relay's next batch would find: see {@code RelayBatch}. */
    private static final String OLDEST_UNSENT = """
            select coalesce(extract(epoch from now() - min(waiting.created)), 0)
              from outbox_cursor c left join lateral (
                select created from outbox where shard = 0 and xid >= pg_snapshot_xmax(c.snapshot)
                union all
                select created from outbox
                 where shard = 0 and xid = any (array(select pg_snapshot_xip(c.snapshot)))) waiting on true
             where c.shard = 0""";

    private final Looks looks;
    private volatile double oldestUnsentSeconds;

    DatabaseWatch(Jdbi jdbi, WatchConfig config, MeterRegistry meters) {
        this.looks = new Looks("database-watch", config.database(), () -> look(jdbi));
        Gauge.builder("ishema.database.up", looks, it -> it.areGood() ? 1 : 0)
                .description("1 while the service's database answers, else 0")
                .register(meters);
        TimeGauge.builder(
                        "ishema.outbox.oldest",
                        this,
                        TimeUnit.SECONDS,
                        it -> it.looks.orUnknown(it.oldestUnsentSeconds))
                .description("How long the oldest committed event has waited for Kafka; 0 when none waits")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        looks.start();
    }

    void stop(@Observes ShutdownEvent event) {
        looks.stop();
    }

    private void look(Jdbi jdbi) {
        oldestUnsentSeconds = jdbi.withHandle(
                sql -> sql.createQuery(OLDEST_UNSENT).mapTo(Double.class).one());
    }
}
