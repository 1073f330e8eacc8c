package rw.ishemalink.kit.cipher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Takes all rows of a service to the active key. Before the service begins, its keys are compared with its rows, and
 * tables that are searched are sealed to the end, since a row without an index would not be found; all else is sealed while
 * the service works.
 */
public final class KeyRotation {

    /** How far a table is. */
    public record Progress(String table, long remaining, boolean clearRefused) {}

    /** Waits between two batches. */
    interface Pause {
        void take() throws InterruptedException;
    }

    private final UnitOfWork work;
    private final CipherConfig config;
    private final ColumnCipher cipher;
    private final KeyBook book;
    private final List<Resealing> tables;

    KeyRotation(UnitOfWork work, CipherConfig config, ColumnCipher cipher, BlindIndex index, List<SealedTable> tables) {
        this.work = work;
        this.config = config;
        this.cipher = cipher;
        this.book = new KeyBook(cipher, index);
        this.tables = tables.stream()
                .map(table -> new Resealing(work, cipher, index, table))
                .toList();
    }

    /** Before the service begins. */
    void begin() throws InterruptedException {
        work.run(tx -> {
            book.check(tx.sql());
            book.use(tx.sql(), config.inUse());
        });
        for (Resealing table : tables) {
            if (table.table().isSearched() && !clearRefused(table)) {
                seal(table, () -> {});
            }
        }
    }

    /** One look: seals what is not sealed with the active key, if any may be; true when nothing was left. */
    boolean look(Pause pause) throws InterruptedException {
        work.run(tx -> book.use(tx.sql(), config.inUse()));
        boolean rotating = !listOldKeys().isEmpty();
        boolean done = true;
        for (Resealing table : tables) {
            if (rotating || !clearRefused(table)) {
                done &= seal(table, pause);
            }
        }
        if (rotating && done) {
            work.run(tx -> book.forgetOld(tx.sql()));
        }
        return done;
    }

    String activeKey() {
        return cipher.keys().activeId();
    }

    List<String> listOldKeys() {
        return work.read(book::listOld);
    }

    List<Progress> progress() {
        List<Progress> progress = new ArrayList<>();
        for (Resealing table : tables) {
            progress.add(new Progress(table.table().table(), table.remaining(), clearRefused(table)));
        }
        return progress;
    }

    private boolean seal(Resealing table, Pause pause) throws InterruptedException {
        Optional<String> last = table.next(Optional.empty(), config.batch());
        while (last.isPresent()) {
            pause.take();
            last = table.next(last, config.batch());
        }
        boolean done = table.remaining() == 0;
        if (done && !clearRefused(table)) {
            ClearRefused.make(work, table.table());
        }
        return done;
    }

    private boolean clearRefused(Resealing table) {
        return work.read(sql -> ClearRefused.isSo(sql, table.table()));
    }
}
