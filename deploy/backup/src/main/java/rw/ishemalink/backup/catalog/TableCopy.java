package rw.ishemalink.backup.catalog;

import java.util.List;

/**
 * The rows of one table in PostgreSQL's text format, one in a line, the names of the columns in the first.
 *
 * @param name quoted where SQL asks for it, with its schema
 * @param whole of which table it is a partition, however deep; its own name if of none
 * @param columns quoted where SQL asks for it; those that the server computes are not among them
 */
public record TableCopy(String name, String whole, List<String> columns, long rows, List<BackupPart> parts) {

    public TableCopy {
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
    }
}
