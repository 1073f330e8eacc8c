package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
}
