package rw.ishemalink.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    private static final String INSERT = """
            insert into outbox (topic, key, event_id, headers, payload)
            values (:outboxTopic, :outboxKey, :outboxEventId, :outboxHeaders, :outboxPayload)""";

    private final Jdbi jdbi;
    private final OutboxRelay relay;
    private final String source;

    UnitOfWork(Jdbi jdbi, OutboxRelay relay, @ConfigProperty(name = "quarkus.application.name") String source) {
        this.jdbi = jdbi;
        this.relay = relay;
        this.source = source;
    }

    /** Runs the work in one transaction and answers what it answers. */
    public <T> T call(Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return callOnce(work);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !lostARace(e)) {
                    throw e;
                }
            }
        }
    }

    /** Runs the work in one transaction. */
    public void run(Consumer<Tx> work) {
        call(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Reads without a transaction of our own: one statement, or several that need not agree. */
    public <T> T read(Function<org.jdbi.v3.core.Handle, T> query) {
        return jdbi.withHandle(query::apply);
    }

    /**
     * Runs work that is one statement, which is then the transaction: one round trip instead of three. It tells of its
     * change with {@link Tx#row}.
     *
     * @throws IllegalStateException when the work also published in the ordinary way: that would be another transaction
     */
    public <T> T callStatement(Function<Tx, T> work) {
        Outcome<T> outcome = jdbi.withHandle(sql -> {
            Tx tx = new Tx(sql, source);
            T value = work.apply(tx);
            if (!tx.pending().isEmpty()) {
                throw new IllegalStateException("an event outside of its transaction");
            }
            return new Outcome<>(value, tx.published());
        });
        return wakingTheRelay(outcome);
    }

    private <T> T callOnce(Function<Tx, T> work) {
        return wakingTheRelay(jdbi.inTransaction(sql -> {
            Tx tx = new Tx(sql, source);
            T value = work.apply(tx);
            append(tx);
            return new Outcome<>(value, tx.published());
        }));
    }

    private <T> T wakingTheRelay(Outcome<T> outcome) {
        if (outcome.published()) {
            relay.wake();
        }
        return outcome.value();
    }

    private record Outcome<T>(T value, boolean published) {}

    private static void append(Tx tx) {
        if (tx.pending().isEmpty()) {
            return;
        }
        var batch = tx.sql().prepareBatch(INSERT);
        for (Tx.Pending pending : tx.pending()) {
            tx.rowOf(pending.topic(), pending.key(), pending.event())
                    .bindTo(batch)
                    .add();
        }
        batch.execute();
    }

    private static boolean lostARace(Throwable e) {
        return e instanceof SQLException sql
                ? LOST_A_RACE.contains(sql.getSQLState())
                : e.getCause() != null && lostARace(e.getCause());
    }
}
