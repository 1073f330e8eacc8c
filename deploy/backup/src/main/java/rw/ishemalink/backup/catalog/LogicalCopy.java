package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The manifest of a logical copy: what the databases of a cluster say, whatever server they are put into.
 *
 * @param recipient for whom it is sealed
 * @param server version of PostgreSQL it was read from
 * @param startedAt before the first byte was read
 * @param endedAt from this moment on it can be restored
 * @param nextTransaction no row knows of a transaction with this number or a higher one
 */
public record LogicalCopy(
        String id,
        String recipient,
        String systemIdentifier,
        String server,
        Instant startedAt,
        Instant endedAt,
        long nextTransaction,
        List<DatabaseCopy> databases)
        implements StoredCopy {

    public LogicalCopy {
        databases = List.copyOf(databases);
    }

    /** The database of that name. */
    public Optional<DatabaseCopy> find(String database) {
        return databases.stream().filter(copy -> copy.name().equals(database)).findFirst();
    }

    /** Of all databases. */
    @JsonIgnore
    public long rows() {
        return databases.stream().mapToLong(DatabaseCopy::rows).sum();
    }

    @Override
    @JsonIgnore
    public long bytes() {
        return parts().mapToLong(BackupPart::bytes).sum();
    }

    @Override
    @JsonIgnore
    public long sealedBytes() {
        return parts().mapToLong(BackupPart::sealedBytes).sum();
    }

    private Stream<BackupPart> parts() {
        return databases.stream().flatMap(DatabaseCopy::allParts);
    }

    @Override
    public String detail() {
        String of = databases.stream().map(LogicalCopy::withMigration).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "logical: %,d rows of %s", rows(), of);
    }

    private static String withMigration(DatabaseCopy database) {
        return database.migration().isEmpty() ? database.name() : database.name() + " V" + database.migration();
    }
}
