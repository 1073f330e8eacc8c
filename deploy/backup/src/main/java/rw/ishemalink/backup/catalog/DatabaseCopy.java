package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/**
 * One database of a logical copy, as of one moment.
 *
 * @param migration the last of its service's migrations, as Flyway numbers it; empty if it has none
 * @param before SQL that makes tables and functions
 * @param after SQL that makes what is made once the rows are there: keys, indexes, triggers, places of sequences
 * @param tables those that hold rows; a table in partitions does not, they do
 */
public record DatabaseCopy(
        String name, String migration, List<BackupPart> before, List<BackupPart> after, List<TableCopy> tables) {

    public DatabaseCopy {
        before = List.copyOf(before);
        after = List.copyOf(after);
        tables = List.copyOf(tables);
    }

    @JsonIgnore
    public long rows() {
        return tables.stream().mapToLong(TableCopy::rows).sum();
    }

    Stream<BackupPart> allParts() {
        return Stream.of(before.stream(), after.stream(), tables.stream().flatMap(table -> table.parts().stream()))
                .flatMap(parts -> parts);
    }
}
