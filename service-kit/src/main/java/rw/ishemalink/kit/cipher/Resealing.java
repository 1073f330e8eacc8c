package rw.ishemalink.kit.cipher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Seals a table's rows with the active key, whatever they were sealed with before, if at all. Each batch is a transaction
 * that locks its rows and passes over those that others hold: it may be killed at any moment, and any number may run.
 */
final class Resealing {

    private final UnitOfWork work;
    private final ColumnCipher cipher;
    private final BlindIndex index;
    private final SealedTable table;
    private final TableStore rows;

    Resealing(UnitOfWork work, ColumnCipher cipher, BlindIndex index, SealedTable table) {
        this.work = work;
        this.cipher = cipher;
        this.index = index;
        this.table = table;
        this.rows = new TableStore(table);
    }

    SealedTable table() {
        return table;
    }

    /** The next batch behind that row; the last row of it, or empty when there was none. */
    Optional<String> next(Optional<String> after, int limit) {
        return work.call(tx -> {
            List<TableStore.Row> batch = rows.lock(tx.sql(), cipher.activePrefix(), after, limit);
            if (batch.isEmpty()) {
                return Optional.empty();
            }
            rows.write(tx.sql(), batch.stream().map(this::seal).toList());
            return Optional.of(batch.getLast().id());
        });
    }

    /** Values that are not sealed with the active key. */
    long remaining() {
        return work.read(sql -> rows.count(sql, cipher.activePrefix()));
    }

    private TableStore.Sealed seal(TableStore.Row row) {
        Map<String, @Nullable String> values = new HashMap<>();
        Map<String, byte[]> indexes = new HashMap<>();
        for (SealedTable.Field field : table.fields()) {
            String stored = row.values().get(field.name());
            if (stored != null) {
                String clear = cipher.open(field.column(), row.id(), stored);
                values.put(field.name(), cipher.seal(field.column(), row.id(), clear));
                String tenant = row.tenant();
                if (tenant != null) {
                    field.index().ifPresent(name -> indexes.put(name, index.of(field.column(), tenant, clear)));
                }
            }
        }
        return new TableStore.Sealed(row.id(), values, indexes);
    }
}
