package rw.ishemalink.backup.logical;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that holds rows.
 *
 * @param name quoted where SQL asks for it, with its schema
 * @param whole of which table it is a partition, however deep; its own name if of none
 * @param columns that are copied: not those that the server computes
 * @param file in which its rows lie; another one once they were rewritten or removed all at once
 */
record TableShape(String name, String whole, List<String> columns, long file) {

    private static final String LIST = """
            select c.oid::regclass::text, coalesce(pg_partition_root(c.oid), c.oid)::regclass::text,
                   array(select quote_ident(a.attname) from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum),
                   c.relfilenode
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             order by 1""";

    TableShape {
        columns = List.copyOf(columns);
    }

    /** All of the database. */
    static List<TableShape> list(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LIST)) {
            List<TableShape> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(new TableShape(
                        rows.getString(1), rows.getString(2), strings(rows.getArray(3)), rows.getLong(4)));
            }
            return tables;
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Reads all rows; the first line names the columns. */
    String copyOut() {
        return "copy " + name + " (" + String.join(", ", columns) + ") to stdout with (format text, header)";
    }

    /** Its file as it is now, whatever the transaction sees; null when the table is gone. */
    String currentFile() {
        return "select pg_relation_filenode(to_regclass('" + name.replace("'", "''") + "'))";
    }
}
