package rw.ishemalink.kit.cipher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with sealed columns.
 *
 * @param id its primary key, one column
 * @param idType of PostgreSQL
 */
public record SealedTable(String table, String id, String idType, List<Field> fields) {

    /**
     * One sealed column.
     *
     * @param index a column of type bytea with the value's blind index; the table then has a column {@code tenant}
     */
    public record Field(SealedColumn column, Optional<String> index) {

        String name() {
            return column.column();
        }

        /** The constraint that refuses values in clear. */
        String constraint() {
            return column.table() + "_" + column.column() + "_sealed";
        }
    }

    public SealedTable {
        fields = List.copyOf(fields);
    }

    /** A table whose rows have a UUID. */
    public static SealedTable of(String table, String id) {
        return new SealedTable(table, id, "uuid", List.of());
    }

    /** With one more sealed column. */
    public SealedTable with(SealedColumn column) {
        return with(new Field(column, Optional.empty()));
    }

    /** With one more sealed column, which is searched by that index. */
    public SealedTable with(SealedColumn column, String index) {
        return with(new Field(column, Optional.of(index)));
    }

    private SealedTable with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new SealedTable(table, id, idType, more);
    }

    /** The sealed columns, e.g. for a person's copy. */
    public List<SealedColumn> columns() {
        return fields.stream().map(Field::column).toList();
    }

    boolean isSearched() {
        return fields.stream().anyMatch(field -> field.index().isPresent());
    }
}
