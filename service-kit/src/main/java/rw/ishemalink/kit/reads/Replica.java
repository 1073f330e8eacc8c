package rw.ishemalink.kit.reads;

import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A copy of the primary that follows it. Invariant: it counts as fresh only while that was shown within the bound. */
final class Replica implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final int ANSWER_SECONDS = 2;

    /** A cluster and all its copies have one identifier. */
    private static final String QUESTION = """
            select (select system_identifier from pg_control_system()) || '/' || current_database() as which,
                   pg_is_in_recovery() as follows, pg_wal_lsn_diff(%s, '0/0') as place""";

    private static final String WRITTEN = QUESTION.formatted("pg_current_wal_lsn()");
    private static final String REPLAYED = QUESTION.formatted("coalesce(pg_last_wal_replay_lsn(), '0/0')");

    private record Place(String which, boolean follows, long place) {}

    private final Jdbi primary;
    private final AgroalDataSource pool;
    private final Jdbi jdbi;
    private final long boundNanos;
    private final Freshness freshness;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile OptionalLong completeUntil = OptionalLong.empty();

    Replica(Jdbi primary, AgroalDataSource pool, Duration mostBehind) {
        this.primary = primary;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        this.boundNanos = mostBehind.toNanos();
        this.freshness = new Freshness(mostBehind);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    boolean isFresh() {
        OptionalLong until = completeUntil;
        return until.isPresent() && System.nanoTime() - until.getAsLong() <= boundNanos;
    }

    /** How old what it shows may be; infinite when it is not known to be fresh. */
    double secondsBehind() {
        OptionalLong until = completeUntil;
        return until.isPresent()
                ? (System.nanoTime() - until.getAsLong())
                        / (double) Duration.ofSeconds(1).toNanos()
                : Double.POSITIVE_INFINITY;
    }

    /** It did not answer: it is not fresh until it was asked again. */
    void away() {
        completeUntil = OptionalLong.empty();
    }

    /**
     * Asks both how far they are. When the primary cannot be asked, what was known ages until it is beyond the bound; a
     * replica that cannot be asked is passed over at once.
     */
    void ask() {
        long before = System.nanoTime();
        Optional<Place> there = findPlace(primary, WRITTEN);
        if (there.isPresent()) {
            freshness.primaryWasAt(there.get().place(), before);
            findPlace(jdbi, REPLAYED).ifPresentOrElse(here -> judge(there.get(), here), this::away);
        }
    }

    private void judge(Place there, Place here) {
        if (here.follows() && here.which().equals(there.which())) {
            completeUntil = freshness.completeUntil(here.place());
            told.set(false);
            return;
        }
        away();
        if (told.compareAndSet(false, true)) {
            LOG.warnf(
                    "ISHEMA_READ_JDBC_URL names %s, which is no replica of %s: all is read from the primary",
                    here.which(), there.which());
        }
    }

    private static Optional<Place> findPlace(Jdbi database, String question) {
        try {
            return Optional.of(database.withHandle(sql -> sql.createQuery(question)
                    .setQueryTimeout(ANSWER_SECONDS)
                    .map((row, _) -> new Place(row.getString("which"), row.getBoolean("follows"), row.getLong("place")))
                    .one()));
        } catch (JdbiException e) {
            LOG.debug("primary or replica cannot be asked how far it is", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
