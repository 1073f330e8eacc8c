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

    private static final long MEGABYTE = 1024L * 1024;

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

    /** Before sealing. */
    @JsonIgnore
    public long bytes() {
        return parts().mapToLong(BackupPart::bytes).sum();
    }

    /** In the store. */
    @JsonIgnore
    public long sealedBytes() {
        return parts().mapToLong(BackupPart::sealedBytes).sum();
    }

    private Stream<BackupPart> parts() {
        return databases.stream().flatMap(DatabaseCopy::allParts);
    }

    @Override
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%s  %s  %,6d MB, %,d MB sealed  logical: %,d rows of %s",
                id,
                endedAt,
                bytes() / MEGABYTE,
                sealedBytes() / MEGABYTE,
                rows(),
                databases.stream().map(LogicalCopy::withMigration).collect(Collectors.joining(", ")));
    }

    private static String withMigration(DatabaseCopy database) {
        return database.migration().isEmpty() ? database.name() : database.name() + " V" + database.migration();
    }
}
