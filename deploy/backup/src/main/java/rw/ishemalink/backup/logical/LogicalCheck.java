package rw.ishemalink.backup.logical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import rw.ishemalink.backup.base.PartCheck;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.DatabaseCopy;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.TableCopy;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.ObjectStore;

/** Whether a logical copy lies in the store as it was taken; with the identity it is opened, and its rows are counted. */
public final class LogicalCheck {

    private final Optional<Opener> opener;
    private final PartCheck parts;

    public LogicalCheck(ObjectStore store, Optional<Opener> opener) {
        this.opener = opener;
        this.parts = new PartCheck(store, opener);
    }

    /** What is wrong with the copy, each in a line; nothing if it is right. */
    public List<String> check(LogicalCopy copy) {
        List<String> wrong = new ArrayList<>();
        for (DatabaseCopy database : copy.databases()) {
            check(database.before(), wrong);
            check(database.after(), wrong);
            database.tables().forEach(table -> check(database.name(), table, wrong));
        }
        return wrong;
    }

    /** How many lines there are. */
    private long check(List<BackupPart> all, List<String> wrong) {
        AtomicLong lines = new AtomicLong();
        for (BackupPart part : all) {
            parts.findFault(part, content -> lines.addAndGet(LineCount.count(content, 0, content.length)))
                    .ifPresent(wrong::add);
        }
        return lines.get();
    }

    private void check(String database, TableCopy table, List<String> wrong) {
        int known = wrong.size();
        long rows = check(table.parts(), wrong) - 1;
        if (opener.isPresent() && wrong.size() == known && rows != table.rows()) {
            wrong.add(database + ": " + table.name() + " has " + rows + " rows, not " + table.rows());
        }
    }
}
