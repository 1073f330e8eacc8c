package rw.ishemalink.kit.reads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import rw.ishemalink.kit.outbox.DatabaseAway;

/**
 * Reads for searches, lists and reports, which may be some seconds old: from the replica while it is there and fresh, else
 * from the primary. Who must see what was just written, or decides with it, reads with
 * {@link rw.ishemalink.kit.outbox.UnitOfWork}.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class Reads {

    private static final String READ_ONLY = "25006";

    /** The replica had to choose between the query and following on. */
    private static final String CANCELLED_BY_REPLAY = "40001";

    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final Jdbi primary;
    private final Optional<Replica> replica;
    private final Duration askEvery;
    private final Counter fromReplica;
    private final Counter fromPrimary;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("replica-watch").daemon().factory());

    Reads(Jdbi primary, ReadsConfig config, MeterRegistry meters) {
        this.primary = primary;
        this.askEvery = config.askEvery();
        this.replica =
                config.jdbcUrl().map(url -> new Replica(primary, ReplicaPool.open(url, config), config.mostBehind()));
        this.fromReplica = meters.counter("reads", "from", "replica");
        this.fromPrimary = meters.counter("reads", "from", "primary");
        replica.ifPresent(copy -> Gauge.builder("reads.replica.behind.seconds", copy, Replica::secondsBehind)
                .register(meters));
    }

    void start(@Observes StartupEvent event) {
        replica.ifPresent(copy -> {
            var unused = timer.scheduleWithFixedDelay(copy::ask, 0, askEvery.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        replica.ifPresent(Replica::close);
    }

    /** Runs the query on one snapshot; twice, if the replica fails meanwhile. What it wants to write is refused. */
    public <T> T read(Function<Handle, T> query) {
        Optional<Replica> fresh = replica.filter(Replica::isFresh);
        return fresh.isPresent() ? readFrom(fresh.get(), query) : readFromPrimary(query);
    }

    private <T> T readFrom(Replica copy, Function<Handle, T> query) {
        try {
            T found = readOnly(copy.jdbi(), query);
            fromReplica.increment();
            return found;
        } catch (JdbiException e) {
            if (hasState(e, READ_ONLY)) {
                throw e;
            }
            if (DatabaseAway.isCauseOf(e)) {
                copy.away();
            } else if (!hasState(e, CANCELLED_BY_REPLAY)) {
                throw e;
            }
            return readFromPrimary(query);
        }
    }

    private <T> T readFromPrimary(Function<Handle, T> query) {
        fromPrimary.increment();
        return readOnly(primary, query);
    }

    private static <T> T readOnly(Jdbi database, Function<Handle, T> query) {
        return database.inTransaction(sql -> {
            sql.execute(ONE_SNAPSHOT);
            return query.apply(sql);
        });
    }

    private static boolean hasState(Throwable failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
