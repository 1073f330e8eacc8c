package rw.ishemalink.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Runs a transaction: state change and outbox rows commit together. Work is pure database work; a remote call inside
 * is a defect. A transaction that lost a race with another (serialization, deadlock) is run again.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class UnitOfWork {

    private static final int ATTEMPTS = 4;
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01");

    private final Jdbi jdbi;
    private final OutboxRelay relay;
    private final OutboxRows rows;
    private final Duration groupPatience;

    /** @param groupPatience how long who writes together with others waits for the writing to begin */
    UnitOfWork(
            Jdbi jdbi,
            OutboxRelay relay,
            OutboxRows rows,
            @ConfigProperty(name = "ishema.group-patience", defaultValue = "PT10S") Duration groupPatience) {
        this.jdbi = jdbi;
        this.relay = relay;
        this.rows = rows;
        this.groupPatience = groupPatience;
    }

    /** Runs the work in one transaction and answers what it answers. */
    public <T> T call(Function<Tx, T> work) {
        return retryingLostRaces(() -> callOnce(work));
    }

    /** Runs the work in one transaction. */
    public void run(Consumer<Tx> work) {
        call(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Reads without a transaction of our own: one statement, or several that need not agree. */
    public <T> T read(Function<Handle, T> query) {
        return jdbi.withHandle(query::apply);
    }

    /**
     * Joins what requests want written at the same moment into one statement, which is then the transaction. It writes
     * the events too: they are made with {@link OutboxRows}.
     *
     * @param name of its thread
     * @param write writes the rows and answers for each, in their order
     */
    public <R, A> GroupCommit<R, A> groupCommit(String name, BiFunction<Handle, List<R>, List<A>> write) {
        return new GroupCommit<>(
                name,
                rows -> {
                    List<A> answers = retryingLostRaces(() -> jdbi.withHandle(sql -> write.apply(sql, rows)));
                    relay.wake();
                    return answers;
                },
                groupPatience);
    }

    /**
     * Joins what many want written at the same moment into one transaction.
     *
     * @param name of its thread
     * @param write writes the rows and answers for each, in their order
     */
    public <R, A> GroupCommit<R, A> groupTransaction(String name, BiFunction<Tx, List<R>, List<A>> write) {
        return new GroupCommit<>(name, rows -> call(tx -> write.apply(tx, rows)), groupPatience);
    }

    private static <T> T retryingLostRaces(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !lostARace(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T callOnce(Function<Tx, T> work) {
        Outcome<T> outcome = jdbi.inTransaction(sql -> {
            Tx tx = new Tx(sql, rows);
            T value = work.apply(tx);
            tx.writeGathered();
            append(tx);
            return new Outcome<>(value, tx);
        });
        if (outcome.tx().published()) {
            relay.wake();
        }
        outcome.tx().afterwards().forEach(Runnable::run);
        return outcome.value();
    }

    private record Outcome<T>(T value, Tx tx) {}

    private void append(Tx tx) {
        if (tx.pending().isEmpty()) {
            return;
        }
        rows.insert(tx.sql(), tx.pending().stream().map(tx::rowOf).toList());
    }

    private static boolean lostARace(Throwable e) {
        return e instanceof SQLException sql
                ? LOST_A_RACE.contains(sql.getSQLState())
                : e.getCause() != null && lostARace(e.getCause());
    }
}
