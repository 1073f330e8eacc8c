package rw.ishemalink.kit.cipher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Columns;

/** Reads and writes what is sealed in one table, whichever it is. */
final class TableStore {

    /** A row: its id as text, its tenant where it is searched, and its columns as stored. */
    record Row(String id, @Nullable String tenant, Map<String, @Nullable String> values) {}

    /** A row to be written: columns and, where they are searched, their indexes. */
    record Sealed(String id, Map<String, @Nullable String> values, Map<String, byte[]> indexes) {}

    private final SealedTable table;
    private final Columns<Sealed> columns;
    private final String update;
    private final String unsealed;

    TableStore(SealedTable table) {
        this.table = table;
        this.columns = columns(table);
        this.unsealed = table.fields().stream()
                .map(field -> "%s not like :active || '%%'".formatted(field.name()))
                .collect(Collectors.joining(" or ", "(", ")"));
        this.update = "update %s set %s from %s where %s.%s = fresh.row_id"
                .formatted(table.table(), assignments(table), columns.relation("fresh"), table.table(), table.id());
    }

    /** Up to that many rows behind that id with a value that is not under the active key, locked; not those that others hold. */
    List<Row> lock(Handle sql, String active, Optional<String> after, int limit) {
        String names = table.fields().stream().map(SealedTable.Field::name).collect(Collectors.joining(", "));
        String behind = after.isPresent() ? "%s > cast(:after as %s) and ".formatted(table.id(), table.idType()) : "";
        return sql.createQuery(
                        "select %s as row_id%s, %s from %s where %s%s order by %s limit :limit for update skip locked"
                                .formatted(
                                        table.id(),
                                        table.isSearched() ? ", tenant" : "",
                                        names,
                                        table.table(),
                                        behind,
                                        unsealed,
                                        table.id()))
                .bind("active", active)
                .bind("limit", limit)
                .bindMap(after.map(id -> Map.of("after", id)).orElse(Map.of()))
                .map((row, context) -> row(row))
                .list();
    }

    void write(Handle sql, List<Sealed> rows) {
        columns.bindTo(sql.createUpdate(update), rows).execute();
    }

    long count(Handle sql, String active) {
        return sql.createQuery("select count(*) from %s where %s".formatted(table.table(), unsealed))
                .bind("active", active)
                .mapTo(Long.class)
                .one();
    }

    private Row row(ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new HashMap<>();
        for (SealedTable.Field field : table.fields()) {
            values.put(field.name(), row.getString(field.name()));
        }
        return new Row(row.getString("row_id"), table.isSearched() ? row.getString("tenant") : null, values);
    }

    private static String assignments(SealedTable table) {
        return table.fields().stream()
                .map(field -> "%1$s = fresh.%1$s".formatted(field.name())
                        + field.index().map(", %1$s = fresh.%1$s"::formatted).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static Columns<Sealed> columns(SealedTable table) {
        Columns<Sealed> columns = new Columns<Sealed>().with("row_id", table.idType(), Sealed::id);
        for (SealedTable.Field field : table.fields()) {
            columns.with(field.name(), "text", row -> row.values().get(field.name()));
            field.index()
                    .ifPresent(index ->
                            columns.with(index, "bytea", row -> row.indexes().get(index)));
        }
        return columns;
    }
}
