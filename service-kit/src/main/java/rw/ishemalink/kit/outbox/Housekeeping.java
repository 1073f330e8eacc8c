package rw.ishemalink.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the outbox in daily partitions, some days ahead, and drops those that are relayed and older than the retention,
 * together with inbox rows that no repeat can reach any more.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int DAYS_AHEAD = 3;
    private static final long ADVISORY_LOCK = 0x6F7574626F78L; // "outbox"

    /** Records stay seven days on the topics, so a repeat may come that late. */
    private static final String FORGET_INBOX = "delete from inbox where received_at < now() - interval '8 days'";

    private static final String PARTITIONS = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'outbox'::regclass and c.relname < :oldest""";

    private static final String UNRELAYED = """
            select exists (select from %s where xid >= (select pg_snapshot_xmin(snapshot) from outbox_cursor))""";

    private final Jdbi jdbi;
    private final OutboxConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-housekeeping").daemon().factory());

    Housekeeping(Jdbi jdbi, OutboxConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        tidy();
        var unused = timer.scheduleWithFixedDelay(this::tidyQuietly, 1, 1, TimeUnit.HOURS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void tidyQuietly() {
        try {
            tidy();
        } catch (RuntimeException e) {
            LOG.warn("outbox partitions could not be kept; trying again in an hour", e);
        }
    }

    private void tidy() {
        jdbi.useTransaction(sql -> {
            sql.createQuery("select pg_advisory_xact_lock(:lock)::text")
                    .bind("lock", ADVISORY_LOCK)
                    .mapTo(String.class)
                    .findOne();
            addPartitions(sql);
            dropPartitions(sql);
            sql.execute(FORGET_INBOX);
        });
    }

    private static void addPartitions(Handle sql) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LocalDate day = today.minusDays(1); day.isBefore(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
            sql.execute(
                    "create table if not exists %s partition of outbox for values from ('%sT00:00Z') to ('%sT00:00Z')"
                            .formatted(partition(day), day, day.plusDays(1)));
        }
    }

    private void dropPartitions(Handle sql) {
        LocalDate oldest =
                LocalDate.now(ZoneOffset.UTC).minusDays(config.retention().toDays());
        for (String partition : sql.createQuery(PARTITIONS)
                .bind("oldest", partition(oldest))
                .mapTo(String.class)
                .list()) {
            boolean unrelayed = sql.createQuery(UNRELAYED.formatted(partition))
                    .mapTo(Boolean.class)
                    .one();
            if (!unrelayed) {
                sql.execute("drop table " + partition);
            }
        }
    }

    private static String partition(LocalDate day) {
        return "outbox_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
