package rw.ishemalink.kit.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Ends a class's rows, batch by batch. Rows that another instance takes are passed over, so any number may run. */
final class Retention {

    private final UnitOfWork work;
    private final RetentionClass kept;
    private final String statement;

    Retention(UnitOfWork work, RetentionClass kept) {
        this.work = work;
        this.kept = kept;
        this.statement = """
                %s where ctid = any(array(
                  select ctid from %s where %s < now() - cast(:period as interval) and %s
                   order by %s limit :limit for update skip locked))""".formatted(
                        kept.blanked()
                                .map(it -> "update %s set %s".formatted(kept.table(), it))
                                .orElse("delete from " + kept.table()),
                        kept.table(),
                        kept.age(),
                        kept.due(),
                        kept.age());
    }

    RetentionClass kept() {
        return kept;
    }

    /** Ends up to that many rows; how many it were. */
    int next(int limit) {
        return work.call(tx -> tx.sql()
                .createUpdate(statement)
                .bind("period", kept.period().toString())
                .bind("limit", limit)
                .execute());
    }

    /** How long ago the oldest row began that is to go some day; zero where there is none. */
    Duration oldest() {
        Optional<Instant> oldest = work.read(sql -> sql.createQuery(
                        "select min(%s) from %s where %s".formatted(kept.age(), kept.table(), kept.due()))
                .mapTo(Instant.class)
                .findOne());
        return oldest.map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
    }
}
