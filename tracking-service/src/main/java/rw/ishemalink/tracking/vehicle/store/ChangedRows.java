package rw.ishemalink.tracking.vehicle.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Rows of a table that changed since they were read last; at first all. A row's {@code changed} is the transaction that
 * wrote it last. All transactions below the snapshot's xmin are over and what they wrote was seen, so the next reading
 * begins there: none is missed, though they do not commit in the order of their numbers; some are read twice. Used by one
 * thread at a time.
 *
 * @param <T> a row
 */
public final class ChangedRows<T> {

    private static final String FROM_THE_BEGINNING = "0";

    /** One statement, so that both come from one snapshot; the mark is there though no row is. */
    private static final String READ = """
            select mark.xmin, mark.restarted, found.*
              from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin,
                           pg_snapshot_xmin(pg_current_snapshot()) < cast(:since as xid8) as restarted) as mark
              left join lateral (select true as there, %s) as found on true
             order by found.changed""";

    private final UnitOfWork unitOfWork;
    private final String statement;
    private final RowMapper<T> mapper;
    private String since = FROM_THE_BEGINNING;

    /**
     * The rows of a table.
     *
     * @param columns besides {@code changed}
     * @param table with that column, indexed
     */
    public ChangedRows(UnitOfWork unitOfWork, String columns, String table, RowMapper<T> mapper) {
        this.unitOfWork = unitOfWork;
        this.statement =
                READ.formatted("changed, %s from %s where changed >= cast(:since as xid8)".formatted(columns, table));
        this.mapper = mapper;
    }

    /** What changed, the oldest change first. */
    public List<T> read() {
        Reading<T> reading = unitOfWork.read(this::read);
        // A database that was set up again from a copy counts its transactions from the start.
        since = reading.restarted() ? FROM_THE_BEGINNING : reading.xmin();
        return reading.rows();
    }

    private record Reading<T>(String xmin, boolean restarted, List<T> rows) {}

    private Reading<T> read(Handle sql) {
        return sql.createQuery(statement)
                .bind("since", since)
                .reduceResultSet(new Reading<T>(since, false, List.of()), (before, rows, context) -> {
                    List<T> all = before.rows().isEmpty() ? new java.util.ArrayList<>() : before.rows();
                    if (rows.getBoolean("there")) {
                        all.add(mapper.map(rows, context));
                    }
                    return new Reading<>(rows.getString("xmin"), rows.getBoolean("restarted"), all);
                });
    }
}
