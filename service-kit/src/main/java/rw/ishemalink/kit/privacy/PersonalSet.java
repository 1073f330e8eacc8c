package rw.ishemalink.kit.privacy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import rw.ishemalink.kit.cipher.SealedColumn;

/**
 * What a service holds of a person in one place, as it hands it over.
 *
 * @param name what it is, in the copy
 * @param key the column that tells rows apart and that they are ordered by
 * @param sql all rows of {@code :personId} in {@code :tenant}; the columns' names are the copy's
 * @param sealed columns that are opened for the person; those of one table are named as there, and {@code key} is its id
 * @param packed columns that no person can read as they lie, and what makes of their JSON something that one can
 */
public record PersonalSet(
        String name, String key, String sql, List<SealedColumn> sealed, Map<String, UnaryOperator<Object>> packed) {

    public PersonalSet {
        sealed = List.copyOf(sealed);
        packed = Map.copyOf(packed);
    }

    public PersonalSet(String name, String key, String sql, List<SealedColumn> sealed) {
        this(name, key, sql, sealed, Map.of());
    }

    /** A set without sealed columns. */
    public static PersonalSet of(String name, String key, String sql) {
        return new PersonalSet(name, key, sql, List.of());
    }
}
