package rw.ishemalink.kit.outbox;

import java.sql.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one relation in a statement: each column is bound as one array, so that the statement's text and its
 * plan are the same for one row and for hundreds.
 *
 * @param <R> a row
 */
public final class Columns<R> {

    private record Column<R>(String name, String type, Function<R, ?> value) {}

    private final List<Column<R>> columns = new ArrayList<>();

    /**
     * Adds a column.
     *
     * @param type of PostgreSQL, which must read the value's text; {@code bytea} takes bytes
     */
    public Columns<R> with(String name, String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** The relation of that name, to stand in a from clause. */
    public String relation(String name) {
        String arrays = columns.stream()
                .map(column -> "cast(:%s as %s[])".formatted(column.name(), arrayType(column)))
                .collect(Collectors.joining(", "));
        return "(select %s from unnest(%s) as %s (%s)) as %s"
                .formatted(
                        columns.stream()
                                .map(column ->
                                        "cast(%s as %s) as %s".formatted(column.name(), column.type(), column.name()))
                                .collect(Collectors.joining(", ")),
                        arrays,
                        name,
                        names(),
                        name);
    }

    /** The columns' names, as an insert lists them. */
    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Binds the rows. */
    public <S extends SqlStatement<S>> S bindTo(S statement, List<R> rows) {
        S bound = statement;
        for (Column<R> column : columns) {
            bound = bound.bind(column.name(), array(column, rows));
        }
        return bound;
    }

    private static <R> Argument array(Column<R> column, List<R> rows) {
        @Nullable
        Object[] values = isBytes(column)
                ? rows.stream().map(column.value()).toArray(byte[][]::new)
                : rows.stream().map(column.value()).map(Columns::text).toArray(String[]::new);
        return (position, statement, context) -> {
            Array array = statement.getConnection().createArrayOf(arrayType(column), values);
            statement.setArray(position, array);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String arrayType(Column<?> column) {
        return isBytes(column) ? column.type() : "text";
    }

    private static boolean isBytes(Column<?> column) {
        return column.type().equals("bytea");
    }
}
