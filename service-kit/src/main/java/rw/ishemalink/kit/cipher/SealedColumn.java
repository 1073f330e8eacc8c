package rw.ishemalink.kit.cipher;

/**
 * A column whose values are sealed.
 *
 * @param table in the service's database
 * @param column of type text
 */
public record SealedColumn(String table, String column) {

    /** What a value is bound to: moved to another row or column it does not open. */
    String place(Object rowId) {
        return table + "/" + column + "/" + rowId;
    }
}
